using System.Security.Cryptography;

namespace ContactPoint.Kernel.Data.Keys;

/// <summary>Ciphers and keyed hashes of this thread, ready to use: making one costs more than sealing a document with it. Neither is made for two threads at once.</summary>
internal static class ThreadCiphers
{
    private const int Most = 64;
    private const int TagLength = 16;

    [ThreadStatic]
    private static Dictionary<byte[], AesGcm>? ciphers;

    [ThreadStatic]
    private static Dictionary<byte[], IncrementalHash>? hashes;

    /// <summary>The cipher of a key; keys are told apart by reference, so a key must be held by its owner. Not to be disposed of.</summary>
    public static AesGcm Of(byte[] key) => Get(ref ciphers, key, static made => new AesGcm(made, TagLength));

    /// <summary>HMAC-SHA-256 of a key, at its start. Not to be disposed of.</summary>
    public static IncrementalHash HashOf(byte[] key) => Get(ref hashes, key, static made => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, made));

    private static T Get<T>(ref Dictionary<byte[], T>? held, byte[] key, Func<byte[], T> make)
        where T : IDisposable
    {
        held ??= new(ReferenceEqualityComparer.Instance);
        if (held.TryGetValue(key, out var known)) return known;
        if (held.Count >= Most)
        {
            foreach (var old in held.Values) old.Dispose();
            held.Clear();
        }

        return held[key] = make(key);
    }
}
