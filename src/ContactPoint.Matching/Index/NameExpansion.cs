using System.Runtime.CompilerServices;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>The level of every name of a dictionary against one query name, and the numbers of those that agree.</summary>
/// <remarks>As long as the dictionary, so it is used again: clearing takes as long as there were names that agreed.</remarks>
internal sealed class NameExpansion
{
    private readonly NameLevel[] _levels;
    private readonly ulong[] _agrees;
    private int[] _agreeing = new int[256];
    private int _count;

    /// <param name="names">How many names the dictionary holds.</param>
    public NameExpansion(int names)
    {
        _levels = new NameLevel[names + 1];
        _levels.AsSpan().Fill(NameLevel.Different);
        _levels[0] = NameLevel.Missing;
        _agrees = new ulong[(names + 64) / 64];
    }

    /// <summary>Every name compared with the query, without a dictionary's structures.</summary>
    public NameExpansion(NameQuery query, NameForm?[] names)
        : this(names.Length - 1)
    {
        for (var id = 1; id < names.Length; id++)
        {
            if (query.Level(names[id]) is not NameLevel.Different and var level)
                Note(id, level);
        }
    }

    /// <summary>In order of number, once <see cref="Close"/> was called.</summary>
    public ReadOnlySpan<int> Agreeing => _agreeing.AsSpan(0, _count);

    public NameLevel this[int id]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _levels[id];
    }

    /// <summary>Whether a name agrees; false for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Agrees(int id) => ((_agrees[id >> 6] >> (id & 63)) & 1) != 0;

    /// <summary>Levels are numbered strongest first, so the least number wins, as in the comparison of a pair.</summary>
    public void Note(int id, NameLevel level)
    {
        ref var held = ref _levels[id];
        if (held == NameLevel.Different)
        {
            if (_count == _agreeing.Length)
                Array.Resize(ref _agreeing, 2 * _count);
            _agreeing[_count++] = id;
            _agrees[id >> 6] |= 1UL << (id & 63);
        }

        if (level < held)
            held = level;
    }

    public void Close() => _agreeing.AsSpan(0, _count).Sort();

    public void Clear()
    {
        foreach (var id in Agreeing)
        {
            _levels[id] = NameLevel.Different;
            _agrees[id >> 6] = 0;
        }

        _count = 0;
    }
}
