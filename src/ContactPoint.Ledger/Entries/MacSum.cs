using System.Buffers.Binary;

namespace ContactPoint.Ledger.Entries;

/// <summary>
/// Order-free digest of a set of entries: the sum of their MACs, as big-endian numbers, modulo 2^256. Entries have no sequence, so a chain will
/// not do. A sum rather than XOR: with XOR, a few hundred entries suffice to find, by linear algebra, another set of the same digest.
/// </summary>
public readonly record struct MacSum(LedgerHash Value)
{
    /// <summary>This set with one more entry.</summary>
    public MacSum Add(LedgerHash mac)
    {
        Span<byte> left = stackalloc byte[LedgerHash.Size];
        Span<byte> right = stackalloc byte[LedgerHash.Size];
        Value.CopyTo(left);
        mac.CopyTo(right);
        var low = BinaryPrimitives.ReadUInt128BigEndian(left[16..]);
        var lowSum = unchecked(low + BinaryPrimitives.ReadUInt128BigEndian(right[16..]));
        var high = unchecked(BinaryPrimitives.ReadUInt128BigEndian(left) + BinaryPrimitives.ReadUInt128BigEndian(right)
            + (lowSum < low ? UInt128.One : UInt128.Zero));
        BinaryPrimitives.WriteUInt128BigEndian(left, high);
        BinaryPrimitives.WriteUInt128BigEndian(left[16..], lowSum);
        return new MacSum(new LedgerHash(left));
    }

    /// <summary>The union of two disjoint sets.</summary>
    public MacSum Add(MacSum other) => Add(other.Value);
}
