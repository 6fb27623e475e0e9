using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactPoint.Matching.Index;

/// <summary>Numbers below a bound in as many bits each as the bound asks for: an order of a million rows takes 20 bits a row, one of eleven million 24.</summary>
internal sealed class PackedNumbers
{
    // A number and the bits before it in its first byte are read as one word of eight bytes.
    private const int Padding = 8;
    private readonly byte[] _bytes;
    private readonly int _width;
    private readonly ulong _mask;

    public PackedNumbers(int count, int below)
        : this(count, below, new byte[Length(count, below)])
    {
    }

    public PackedNumbers(int count, int below, byte[] bytes)
    {
        if (bytes.Length != Length(count, below))
            throw new ArgumentException("The bytes are not those of so many numbers.", nameof(bytes));
        Count = count;
        _width = Width(below);
        _mask = (1UL << _width) - 1;
        _bytes = bytes;
    }

    public int Count { get; }

    public byte[] Raw => _bytes;

    public int this[int i]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bit = (long)i * _width;
            return (int)((Word(i, bit) >> (int)(bit & 7)) & _mask);
        }

        set
        {
            var bit = (long)i * _width;
            ref var word = ref Word(i, bit);
            word = (word & ~(_mask << (int)(bit & 7))) | ((ulong)(uint)value << (int)(bit & 7));
        }
    }

    /// <summary>Numbers that are not negative, in as many bits as the greatest asks for.</summary>
    public static PackedNumbers Of(ReadOnlySpan<int> numbers)
    {
        var greatest = 0;
        foreach (var number in numbers)
            greatest = Math.Max(greatest, number);
        var packed = new PackedNumbers(numbers.Length, checked(greatest + 1));
        for (var i = 0; i < numbers.Length; i++)
            packed[i] = numbers[i];
        return packed;
    }

    public static int Length(int count, int below) => checked((int)((((long)count * Width(below)) + 7) / 8) + Padding);

    private static int Width(int below) => 32 - BitOperations.LeadingZeroCount((uint)Math.Max(1, below - 1));

    // Count guards the array, which is padded for the read of eight bytes at its end. Little-endian, as the snapshot's file is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong Word(int i, long bit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Count);
        return ref Unsafe.As<byte, ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), (nint)(bit >> 3)));
    }
}
