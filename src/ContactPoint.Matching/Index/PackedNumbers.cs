using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactPoint.Matching.Index;

/// <summary>Numbers below a bound in three bytes each, or in four where the bound asks for it: an order of eleven million rows takes 33 MB, not 44.</summary>
internal sealed class PackedNumbers
{
    private const int Padding = 4;
    private readonly byte[] _bytes;
    private readonly int _width;
    private readonly uint _mask;

    public PackedNumbers(int count, int below)
        : this(count, below, new byte[Length(count, below)])
    {
    }

    public PackedNumbers(int count, int below, byte[] bytes)
    {
        Count = count;
        _width = Width(below);
        _mask = _width == 3 ? 0xFF_FFFF : uint.MaxValue;
        _bytes = bytes;
    }

    public int Count { get; }

    public byte[] Raw => _bytes;

    public int this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            // Count guards the array, which is padded for the read of four bytes at its end.
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Count);
            return (int)(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), (nint)i * _width)) & _mask);
        }

        set
        {
            var at = _bytes.AsSpan(checked(i * _width), _width);
            for (var b = 0; b < at.Length; b++)
                at[b] = (byte)(value >> (8 * b));
        }
    }

    public static int Length(int count, int below) => checked((count * Width(below)) + Padding);

    private static int Width(int below) => below <= 1 << 24 ? 3 : 4;
}
