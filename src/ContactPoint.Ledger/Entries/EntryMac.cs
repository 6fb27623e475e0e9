using System.Buffers;

namespace ContactPoint.Ledger.Entries;

/// <summary>
/// HMAC-SHA-256 over 'E' ‖ id (16 bytes, big-endian) ‖ public part ‖ payload commitment (32 bytes), under a key that the database does not
/// hold. Written with the entry, it covers the tail that no checkpoint covers yet. 'E' keeps it apart from a <see cref="TailStatement"/>.
/// </summary>
public static class EntryMac
{
    private const int Overhead = 1 + 16 + LedgerHash.Size;

    /// <summary>Shortest key accepted, in bytes.</summary>
    public const int MinKeySize = 32;

    /// <summary>The MAC of an entry.</summary>
    /// <exception cref="ArgumentException">The key is shorter than 32 bytes.</exception>
    public static LedgerHash Compute(ReadOnlySpan<byte> key, Guid id, ReadOnlySpan<byte> publicPart, LedgerHash commitment)
    {
        if (key.Length < MinKeySize)
            throw new ArgumentException($"A MAC key has at least {MinKeySize} bytes.", nameof(key));
        byte[]? rented = null;
        var length = Overhead + publicPart.Length;
        var buffer = length <= 1024 ? stackalloc byte[1024] : rented = ArrayPool<byte>.Shared.Rent(length);
        buffer[0] = (byte)'E';
        id.TryWriteBytes(buffer[1..], bigEndian: true, out _);
        publicPart.CopyTo(buffer[17..]);
        commitment.CopyTo(buffer[(17 + publicPart.Length)..]);
        var mac = LedgerHash.HmacSha256(key, buffer[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return mac;
    }

    /// <summary>True when <paramref name="mac"/> is the entry's MAC under <paramref name="key"/>; compared in constant time.</summary>
    public static bool Verify(ReadOnlySpan<byte> key, Guid id, ReadOnlySpan<byte> publicPart, LedgerHash commitment, LedgerHash mac) =>
        Compute(key, id, publicPart, commitment).FixedTimeEquals(mac);
}
