using System.Security.Cryptography;

namespace ContactPoint.Ledger;

/// <summary>HMAC-SHA-256 with the keyed start of this thread's last key kept: making it costs more than hashing an entry.</summary>
internal static class ThreadHmac
{
    [ThreadStatic]
    private static byte[]? lastKey;

    [ThreadStatic]
    private static IncrementalHash? last;

    internal static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        if (last is null || !CryptographicOperations.FixedTimeEquals(lastKey, key))
        {
            last?.Dispose();
            lastKey = key.ToArray();
            last = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, lastKey);
        }

        last.AppendData(data);
        last.GetHashAndReset(destination);
    }
}
