using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace ContactPoint.Ledger.Notes;

/// <summary>
/// An Ed25519 private key with its name. The text form is that of Go's sumdb/note: <c>PRIVATE+KEY+name+keyid+base64(0x01 ‖ seed)</c>.
/// Dispose clears the seed from memory. Belongs in the sealer alone: the web server's login must not be able to read it (I-24).
/// </summary>
public sealed class NoteSigningKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private readonly byte[] _seed;

    private NoteSigningKey(string name, byte[] seed)
    {
        _seed = seed;
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        VerifierKey = new NoteVerifierKey(name, publicKey);
    }

    /// <summary>The public half.</summary>
    public NoteVerifierKey VerifierKey { get; }

    /// <summary>A new key from the operating system's random source.</summary>
    /// <exception cref="ArgumentException">The name is empty or holds white space, a control character or '+'.</exception>
    public static NoteSigningKey Generate(string name) => FromSeed(name, RandomNumberGenerator.GetBytes(NoteKeyName.Ed25519Size));

    /// <summary>The key of a 32-byte seed (RFC 8032 §5.1.5).</summary>
    /// <exception cref="ArgumentException">Name or seed is not valid.</exception>
    public static NoteSigningKey FromSeed(string name, ReadOnlySpan<byte> seed)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!NoteKeyName.IsValid(name))
            throw new ArgumentException("A key name is not empty and holds no white space, control character or '+'.", nameof(name));
        if (seed.Length != NoteKeyName.Ed25519Size)
            throw new ArgumentException("An Ed25519 seed has 32 bytes.", nameof(seed));
        return new NoteSigningKey(name, seed.ToArray());
    }

    /// <summary>Reads the text form. False when it is malformed or its id does not fit.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NoteSigningKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !NoteKeyName.TrySplit(text[Prefix.Length..], out var name, out var idText, out var typeAndSeed))
            return false;
        var candidate = new NoteSigningKey(name, typeAndSeed[1..]);
        CryptographicOperations.ZeroMemory(typeAndSeed);
        if (idText != candidate.VerifierKey.KeyId.ToString("x8", null))
        {
            candidate.Dispose();
            return false;
        }
        key = candidate;
        return true;
    }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">See <see cref="TryParse"/>. The message does not repeat the text.</exception>
    public static NoteSigningKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException("This is not a signing key (PRIVATE+KEY+name+keyid+base64) for Ed25519.");

    /// <summary>The text form, secret. Never logged; <see cref="ToString"/> gives the public half.</summary>
    public string ExportPrivateText() =>
        $"{Prefix}{VerifierKey.Name}+{VerifierKey.KeyId:x8}+{Convert.ToBase64String([NoteKeyName.Ed25519Type, .. _seed])}";

    /// <summary>Ed25519 signature (RFC 8032), 64 bytes.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_seed, 0, message.ToArray(), 0, message.Length, signature, 0);
        return signature;
    }

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(_seed);

    /// <summary>The public half.</summary>
    public override string ToString() => VerifierKey.Text;
}
