using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace ContactPoint.Ledger.Notes;

/// <summary>
/// An Ed25519 public key with its name, written <c>name+keyid+base64(0x01 ‖ key)</c> (C2SP signed-note, and Go's sumdb/note). Name and key id
/// together say which key made a signature.
/// </summary>
public sealed class NoteVerifierKey : IEquatable<NoteVerifierKey>
{
    private readonly byte[] _publicKey;

    internal NoteVerifierKey(string name, ReadOnlySpan<byte> publicKey)
    {
        Name = name;
        _publicKey = publicKey.ToArray();
        byte[] typeAndKey = [NoteKeyName.Ed25519Type, .. publicKey];
        KeyId = NoteKeyName.KeyId(name, typeAndKey);
        Text = $"{name}+{KeyId:x8}+{Convert.ToBase64String(typeAndKey)}";
    }

    /// <summary>The key's name, by custom a URL without scheme, equal to the log's origin.</summary>
    public string Name { get; }

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key). An identifier, not a fingerprint to trust a key by.</summary>
    public uint KeyId { get; }

    /// <summary>The text form.</summary>
    public string Text { get; }

    /// <summary>Reads the text form. False when it is malformed, its id does not fit, its type is not Ed25519 or the point is not on the curve.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NoteVerifierKey? key)
    {
        key = null;
        if (text is null || !NoteKeyName.TrySplit(text, out var name, out var idText, out var typeAndKey)
            || !Ed25519.ValidatePublicKeyFull(typeAndKey, 1))
            return false;
        var candidate = new NoteVerifierKey(name, typeAndKey.AsSpan(1));
        if (idText != candidate.KeyId.ToString("x8", null))
            return false;
        key = candidate;
        return true;
    }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">See <see cref="TryParse"/>.</exception>
    public static NoteVerifierKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException("This is not a verifier key (name+keyid+base64) for Ed25519.");

    /// <summary>True when <paramref name="signature"/> (64 bytes) is this key's over <paramref name="message"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, _publicKey, 0, message.ToArray(), 0, message.Length);

    /// <inheritdoc/>
    public bool Equals(NoteVerifierKey? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoteVerifierKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
