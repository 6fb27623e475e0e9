using System.Security.Cryptography;
using System.Text;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.CheckFile;

/// <summary>Hashes for one check under a key that ends with it. Seals nothing.</summary>
internal sealed class PassingKeys : ISealer, IDisposable
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public byte[] BlindIndex(SealPurpose purpose, string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose.Name}\n{value}"))[..16];

    public byte[] Seal(SealPurpose purpose, Guid record, ReadOnlySpan<byte> plain) => throw new NotSupportedException();

    public byte[] Unseal(SealPurpose purpose, Guid record, ReadOnlySpan<byte> sealedValue) => throw new NotSupportedException();

    public bool IsStale(ReadOnlySpan<byte> sealedValue) => false;

    public void Dispose() => CryptographicOperations.ZeroMemory(key);
}
