using System.Buffers;

namespace ContactPoint.Ledger.Entries;

/// <summary>
/// What the tree seals of an entry. Leaf hash = SHA-256(0x00 ‖ sealed public part ‖ payload commitment), where the sealed public part is
/// id (16 bytes, big-endian) ‖ MAC (32 bytes) ‖ the writer's public bytes, opaque to the ledger. All but the public bytes has a fixed length,
/// so no two entries share an encoding. The MAC is sealed as well: no column of a sealed entry can change unseen.
/// </summary>
public static class AuditLeaf
{
    private const int Overhead = 16 + LedgerHash.Size + LedgerHash.Size;

    /// <summary>The leaf's hash, to be given to <see cref="Merkle.MerkleFrontier.Append"/>.</summary>
    public static LedgerHash Hash(Guid id, LedgerHash mac, ReadOnlySpan<byte> publicPart, LedgerHash commitment)
    {
        byte[]? rented = null;
        var length = 1 + Overhead + publicPart.Length;
        var buffer = length <= 1024 ? stackalloc byte[1024] : rented = ArrayPool<byte>.Shared.Rent(length);
        buffer[0] = 0x00;
        Write(buffer[1..], id, mac, publicPart, commitment);
        var hash = LedgerHash.Sha256(buffer[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>The leaf's data without the 0x00 prefix, for tools that hash leaves themselves.</summary>
    public static byte[] Encode(Guid id, LedgerHash mac, ReadOnlySpan<byte> publicPart, LedgerHash commitment)
    {
        var bytes = new byte[Overhead + publicPart.Length];
        Write(bytes, id, mac, publicPart, commitment);
        return bytes;
    }

    private static void Write(Span<byte> buffer, Guid id, LedgerHash mac, ReadOnlySpan<byte> publicPart, LedgerHash commitment)
    {
        id.TryWriteBytes(buffer, bigEndian: true, out _);
        mac.CopyTo(buffer[16..]);
        publicPart.CopyTo(buffer[48..]);
        commitment.CopyTo(buffer[(48 + publicPart.Length)..]);
    }
}
