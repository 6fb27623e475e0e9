using System.Buffers;
using System.Security.Cryptography;

namespace ContactPoint.Ledger.Merkle;

/// <summary>The two hash functions of RFC 9162 §2.1.1 over SHA-256: 0x00 before a leaf, 0x01 before a pair of nodes.</summary>
public static class MerkleHasher
{
    /// <summary>Root of the tree without leaves: SHA-256 of the empty string.</summary>
    public static LedgerHash EmptyRoot { get; } = LedgerHash.Sha256([]);

    /// <summary>SHA-256(0x00 ‖ data).</summary>
    public static LedgerHash Leaf(ReadOnlySpan<byte> data)
    {
        byte[]? rented = null;
        var length = data.Length + 1;
        var buffer = length <= 1024 ? stackalloc byte[1024] : rented = ArrayPool<byte>.Shared.Rent(length);
        buffer[0] = 0x00;
        data.CopyTo(buffer[1..]);
        var hash = LedgerHash.Sha256(buffer[..length]);
        if (rented is not null)
        {
            CryptographicOperations.ZeroMemory(rented.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(rented);
        }
        return hash;
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    public static LedgerHash Node(LedgerHash left, LedgerHash right)
    {
        Span<byte> buffer = stackalloc byte[1 + 2 * LedgerHash.Size];
        buffer[0] = 0x01;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + LedgerHash.Size)..]);
        return LedgerHash.Sha256(buffer);
    }
}
