using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Data.Keys;

/// <summary>
/// A handle is the id encrypted as one AES block under a key of the session, with 8 bytes of MAC: the same for the session's life,
/// unlinkable across sessions, and not to be made up.
/// </summary>
internal sealed class SealedChildHandles(KeyRing ring, IIdSource ids) : IChildHandles
{
    private const int BlockLength = 16;
    private const int MacLength = 8;

    private readonly ConcurrentDictionary<Guid, (byte[] Cipher, byte[] Mac)> sessionKeys = new();

    public ChildHandle Issue(CallerContext caller, ChildId child)
    {
        var (cipherKey, macKey) = KeysOf(caller.SessionId);
        Span<byte> handle = stackalloc byte[BlockLength + MacLength];
        Span<byte> id = stackalloc byte[BlockLength];
        child.Value.TryWriteBytes(id, bigEndian: true, out _);
        using var cipher = Aes.Create();
        cipher.Key = cipherKey;
        cipher.EncryptEcb(id, handle, PaddingMode.None);
        HMACSHA256.HashData(macKey, handle[..BlockLength]).AsSpan(0, MacLength).CopyTo(handle[BlockLength..]);
        return new ChildHandle(Base64Url.EncodeToString(handle));
    }

    public ChildId Resolve(CallerContext caller, ChildHandle handle)
    {
        var (cipherKey, macKey) = KeysOf(caller.SessionId);
        Span<byte> bytes = stackalloc byte[BlockLength + MacLength];
        var wellFormed = handle.Value is { Length: 32 } text
            && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length;
        var genuine = CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(macKey, bytes[..BlockLength]).AsSpan(0, MacLength), bytes[BlockLength..]);
        Span<byte> id = stackalloc byte[BlockLength];
        using var cipher = Aes.Create();
        cipher.Key = cipherKey;
        cipher.DecryptEcb(bytes[..BlockLength], id, PaddingMode.None);
        return new ChildId(wellFormed && genuine ? new Guid(id, bigEndian: true) : ids.NewId());
    }

    private (byte[] Cipher, byte[] Mac) KeysOf(Guid session)
    {
        if (sessionKeys.Count > 100_000) sessionKeys.Clear();
        return sessionKeys.GetOrAdd(session, id => (
            HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Handles, 32, info: [.. "handle-cipher:"u8, .. id.ToByteArray()]),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, ring.Handles, 32, info: [.. "handle-mac:"u8, .. id.ToByteArray()])));
    }
}
