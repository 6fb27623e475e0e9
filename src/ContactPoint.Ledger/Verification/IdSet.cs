using System.Runtime.InteropServices;

namespace ContactPoint.Ledger.Verification;

/// <summary>Ids seen, up to a limit, at 16 bytes a slot. Hashed with the process's random seed, so that no export can be made to collide.</summary>
internal sealed class IdSet(int limit)
{
    private UInt128[] _slots = new UInt128[1024];
    private int _count;
    private bool _hasZero;

    /// <summary>True once ids went by that were no longer remembered.</summary>
    internal bool Overflowed { get; private set; }

    /// <summary>False when the id was seen before.</summary>
    internal bool Add(Guid id)
    {
        var key = MemoryMarshal.Read<UInt128>(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in id)));
        if (key == UInt128.Zero)
        {
            var first = !_hasZero;
            _hasZero = true;
            return first;
        }
        ref var slot = ref Find(_slots, key);
        if (slot == key)
            return false;
        if (_count >= limit)
        {
            Overflowed = true;
            return true;
        }
        slot = key;
        if (++_count > _slots.Length / 2)
            Grow();
        return true;
    }

    private static ref UInt128 Find(UInt128[] slots, UInt128 key)
    {
        var mask = slots.Length - 1;
        var i = HashCode.Combine((ulong)key, (ulong)(key >> 64)) & mask;
        while (slots[i] != UInt128.Zero && slots[i] != key)
            i = (i + 1) & mask;
        return ref slots[i];
    }

    private void Grow()
    {
        var larger = new UInt128[_slots.Length * 2];
        foreach (var key in _slots)
        {
            if (key != UInt128.Zero)
                Find(larger, key) = key;
        }
        _slots = larger;
    }
}
