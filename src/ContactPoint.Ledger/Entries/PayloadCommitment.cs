using System.Buffers;
using System.Security.Cryptography;

namespace ContactPoint.Ledger.Entries;

/// <summary>
/// SHA-256(salt ‖ payload): stands in the tree in place of the payload. Salt and payload are destroyed together when the law asks for erasure;
/// the proof still holds, and without the salt nobody can guess what the payload was.
/// </summary>
public static class PayloadCommitment
{
    /// <summary>Length of a salt in bytes, from a cryptographic random source and never used twice. Fixed, so that salt and payload cannot be cut elsewhere.</summary>
    public const int SaltSize = 32;

    /// <summary>The commitment to a payload, which may be empty.</summary>
    /// <exception cref="ArgumentException">The salt is not 32 bytes long.</exception>
    public static LedgerHash Compute(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        if (salt.Length != SaltSize)
            throw new ArgumentException($"A salt has {SaltSize} bytes, not {salt.Length}.", nameof(salt));
        byte[]? rented = null;
        var length = SaltSize + payload.Length;
        var buffer = length <= 1024 ? stackalloc byte[1024] : rented = ArrayPool<byte>.Shared.Rent(length);
        salt.CopyTo(buffer);
        payload.CopyTo(buffer[SaltSize..]);
        var commitment = LedgerHash.Sha256(buffer[..length]);
        CryptographicOperations.ZeroMemory(buffer[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return commitment;
    }
}
