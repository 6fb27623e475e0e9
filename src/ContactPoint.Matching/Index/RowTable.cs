using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactPoint.Matching.Index;

/// <summary>The rows of a segment in order of date of birth, thirteen bytes each, so that one row is one read of memory.</summary>
/// <remarks>
/// Layout: family, given and middle name in three bytes each; then district (13 bits), inward part (12), flags (4). The rows of one child stand
/// side by side, and a bit tells where the next child begins: the number of a child needs no column.
/// </remarks>
internal sealed class RowTable
{
    public const int MostNames = (1 << 24) - 1;
    public const int MostDistricts = (1 << 13) - 1;
    public const int Width = 13;
    private const int Padding = 8;
    private const int Block = 64;

    private readonly byte[] _cells;
    private readonly DayTable _days;
    private readonly ulong[] _begins;
    private readonly int[] _children;

    public RowTable(int count, byte[] cells, DayTable days, ulong[] begins)
    {
        (Count, _cells, _days, _begins) = (count, cells, days, begins);
        _children = new int[begins.Length + 1];
        for (var i = 0; i < begins.Length; i++)
            _children[i + 1] = _children[i] + System.Numerics.BitOperations.PopCount(begins[i]);
    }

    public int Count { get; }

    public int Children => _children[^1];

    public byte[] Cells => _cells;

    public ulong[] Begins => _begins;

    public DayTable Days => _days;

    public Row this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref var cell = ref At(row);
            var names = Unsafe.ReadUnaligned<ulong>(ref cell);
            var rest = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref cell, 6));
            return new Row(
                (int)(names & 0xFF_FFFF), (int)((names >> 24) & 0xFF_FFFF), (int)(rest & 0xFF_FFFF),
                (int)((rest >> 24) & 0x1FFF), (int)((rest >> 37) & 0xFFF), (byte)((rest >> 49) & 0xF));
        }
    }

    /// <summary>The three names of a row alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Names(int row, out int family, out int given, out int middle)
    {
        ref var cell = ref At(row);
        var names = Unsafe.ReadUnaligned<ulong>(ref cell);
        family = (int)(names & 0xFF_FFFF);
        given = (int)((names >> 24) & 0xFF_FFFF);
        middle = (int)(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref cell, 6)) & 0xFF_FFFF);
    }

    public static byte[] Room(int rows) => new byte[checked((rows * Width) + Padding)];

    public static void Write(byte[] cells, int row, in Row value)
    {
        var cell = cells.AsSpan(row * Width, Width);
        var names = (uint)value.Family | ((ulong)(uint)value.Given << 24);
        var rest = (uint)value.Middle | ((ulong)(uint)value.Outward << 24) | ((ulong)(uint)value.Inward << 37) | ((ulong)value.Flags << 49);
        for (var i = 0; i < 6; i++)
            cell[i] = (byte)(names >> (8 * i));
        for (var i = 0; i < 7; i++)
            cell[6 + i] = (byte)(rest >> (8 * i));
    }

    public ushort Day(int row) => _days.DayOf(row);

    /// <summary>The number of the child whose row this is.</summary>
    public int Child(int row)
    {
        var upTo = ulong.MaxValue >> (Block - 1 - (row % Block));
        return _children[row / Block] + System.Numerics.BitOperations.PopCount(_begins[row / Block] & upTo) - 1;
    }

    /// <summary>The rows of a child.</summary>
    public (int Start, int End) RowsOf(int child)
    {
        var start = Begin(child);
        return (start, child + 1 == Children ? Count : Begin(child + 1));
    }

    // Count guards the array, which is padded for the read of eight bytes at its end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte At(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_cells), (nint)row * Width);
    }

    // The last word that begins with at most this many children before it holds the bit.
    private int Begin(int child)
    {
        int low = 0, high = _begins.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (_children[middle] <= child)
                low = middle;
            else
                high = middle - 1;
        }

        var word = _begins[low];
        for (var skip = child - _children[low]; skip > 0; skip--)
            word &= word - 1;
        return (low * Block) + System.Numerics.BitOperations.TrailingZeroCount(word);
    }
}
