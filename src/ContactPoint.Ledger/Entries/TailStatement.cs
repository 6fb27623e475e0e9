using System.Buffers.Binary;
using System.Text;

namespace ContactPoint.Ledger.Entries;

/// <summary>
/// A writer's own account of all entries it ever appended, renewed in the transaction of each append: their number and <see cref="MacSum"/> under
/// HMAC-SHA-256 of 'T' ‖ writer's length (4 bytes) ‖ writer ‖ count (8 bytes) ‖ sum. A holder of the MAC key sees by it that an entry is gone from
/// the tail. An attacker can put an old statement back together with the entries of its time; a copy kept elsewhere
/// (<c>HeldStatements</c>) shows that.
/// </summary>
public sealed record TailStatement
{
    /// <summary>Longest writer id, in printable ASCII characters.</summary>
    public const int MaxWriterBytes = 128;

    /// <summary>Which writer (process or node) speaks.</summary>
    public required string Writer { get; init; }

    /// <summary>Entries ever appended by this writer, sealed ones included.</summary>
    public required long Count { get; init; }

    /// <summary>Sum of their MACs.</summary>
    public required MacSum Sum { get; init; }

    /// <summary>HMAC over the three.</summary>
    public required LedgerHash Mac { get; init; }

    /// <summary>Makes the statement.</summary>
    /// <exception cref="ArgumentException">Writer empty, overlong or not printable ASCII, negative count, or a key shorter than 32 bytes.</exception>
    public static TailStatement Create(ReadOnlySpan<byte> key, string writer, long count, MacSum sum)
    {
        ArgumentException.ThrowIfNullOrEmpty(writer);
        if (writer.Length > MaxWriterBytes || writer.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException($"A writer id is 1 to {MaxWriterBytes} printable ASCII characters.", nameof(writer));
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new TailStatement { Writer = writer, Count = count, Sum = sum, Mac = Compute(key, writer, count, sum) };
    }

    /// <summary>True when the statement was made with this key.</summary>
    public bool Verify(ReadOnlySpan<byte> key) => Compute(key, Writer, Count, Sum).FixedTimeEquals(Mac);

    private static LedgerHash Compute(ReadOnlySpan<byte> key, string writer, long count, MacSum sum)
    {
        if (key.Length < EntryMac.MinKeySize)
            throw new ArgumentException($"A MAC key has at least {EntryMac.MinKeySize} bytes.", nameof(key));
        var name = Encoding.UTF8.GetBytes(writer);
        var input = new byte[1 + 4 + name.Length + 8 + LedgerHash.Size];
        input[0] = (byte)'T';
        BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(1), name.Length);
        name.CopyTo(input, 5);
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(5 + name.Length), count);
        sum.Value.CopyTo(input.AsSpan(13 + name.Length));
        return LedgerHash.HmacSha256(key, input);
    }
}
