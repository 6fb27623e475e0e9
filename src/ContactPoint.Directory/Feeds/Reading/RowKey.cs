using System.Buffers.Binary;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>A keyed hash of 16 bytes: of what a row is about, or of what it says. Orders rows alike however a file is sorted.</summary>
/// <param name="Value">The hash as a number.</param>
internal readonly record struct RowKey(UInt128 Value) : IComparable<RowKey>
{
    public static RowKey Of(ReadOnlySpan<byte> hash) => new(BinaryPrimitives.ReadUInt128BigEndian(hash));

    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    public int CompareTo(RowKey other) => Value.CompareTo(other.Value);

    public static bool operator <(RowKey left, RowKey right) => left.Value < right.Value;

    public static bool operator >(RowKey left, RowKey right) => left.Value > right.Value;

    public static bool operator <=(RowKey left, RowKey right) => left.Value <= right.Value;

    public static bool operator >=(RowKey left, RowKey right) => left.Value >= right.Value;
}
