using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data.Keys;

/// <summary>
/// AES-256-GCM. Layout: version 1 · key id 4 · day 2 · nonce 12 · tag 16 · ciphertext. The sub-key is HKDF-SHA-256 over the
/// master key with purpose and day; the associated data is header, purpose and record id.
/// </summary>
internal sealed class AesSealer(KeyRing ring, TimeProvider clock) : ISealer
{
    private const byte Format = 1;
    private const int HeaderLength = 7;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = HeaderLength + NonceLength + TagLength;
    private const int BlindIndexLength = 16;

    private readonly ConcurrentDictionary<(uint Key, ushort Day, string Purpose), byte[]> subKeys = new();
    private readonly ConcurrentDictionary<string, byte[]> lookupKeys = new();

    public byte[] Seal(SealPurpose purpose, Guid record, ReadOnlySpan<byte> plain)
    {
        var sealedValue = new byte[Overhead + plain.Length];
        var span = sealedValue.AsSpan();
        var keyId = ring.CurrentId;
        var day = (ushort)(clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay - DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerDay);
        span[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(span[1..], keyId);
        BinaryPrimitives.WriteUInt16BigEndian(span[5..], day);
        RandomBytes.Fill(span.Slice(HeaderLength, NonceLength));
        ThreadCiphers.Of(SubKey(keyId, day, purpose)!).Encrypt(span.Slice(HeaderLength, NonceLength), plain, span[Overhead..], span.Slice(HeaderLength + NonceLength, TagLength), Associated(purpose, record, span[..HeaderLength]));
        return sealedValue;
    }

    public byte[] Unseal(SealPurpose purpose, Guid record, ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < Overhead || sealedValue[0] != Format) throw Unreadable();
        var key = SubKey(BinaryPrimitives.ReadUInt32BigEndian(sealedValue[1..]), BinaryPrimitives.ReadUInt16BigEndian(sealedValue[5..]), purpose);
        if (key is null) throw Unreadable();
        var plain = new byte[sealedValue.Length - Overhead];
        try
        {
            ThreadCiphers.Of(key).Decrypt(sealedValue.Slice(HeaderLength, NonceLength), sealedValue[Overhead..], sealedValue.Slice(HeaderLength + NonceLength, TagLength), plain, Associated(purpose, record, sealedValue[..HeaderLength]));
        }
        catch (CryptographicException)
        {
            throw Unreadable();
        }

        return plain;
    }

    public bool IsStale(ReadOnlySpan<byte> sealedValue) =>
        sealedValue.Length < Overhead || BinaryPrimitives.ReadUInt32BigEndian(sealedValue[1..]) != ring.CurrentId;

    public byte[] BlindIndex(SealPurpose purpose, string value)
    {
        var key = lookupKeys.GetOrAdd(purpose.Name, name => HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Lookup, 32, info: Encoding.UTF8.GetBytes("blind-index:" + name)));
        var hash = ThreadCiphers.HashOf(key);
        hash.AppendData(Encoding.UTF8.GetBytes(value));
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        return whole[..BlindIndexLength].ToArray();
    }

    private static CryptographicException Unreadable() => new("A sealed value does not open.");

    private static byte[] Associated(SealPurpose purpose, Guid record, ReadOnlySpan<byte> header)
    {
        var name = Encoding.UTF8.GetByteCount(purpose.Name);
        var associated = new byte[HeaderLength + 16 + name];
        header.CopyTo(associated);
        record.TryWriteBytes(associated.AsSpan(HeaderLength), bigEndian: true, out _);
        Encoding.UTF8.GetBytes(purpose.Name, associated.AsSpan(HeaderLength + 16));
        return associated;
    }

    private byte[]? SubKey(uint keyId, ushort day, SealPurpose purpose)
    {
        if (subKeys.TryGetValue((keyId, day, purpose.Name), out var known)) return known;
        if (ring.SealingKeyOrReload(keyId) is not { } master) return null;
        if (subKeys.Count > 50_000) subKeys.Clear();
        var made = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: Encoding.UTF8.GetBytes($"seal:{day}:{purpose.Name}"));
        return subKeys.GetOrAdd((keyId, day, purpose.Name), made);
    }
}
