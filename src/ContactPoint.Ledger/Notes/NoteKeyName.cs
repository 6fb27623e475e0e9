using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ContactPoint.Ledger.Notes;

/// <summary>Key names and key ids of C2SP signed-note.</summary>
internal static class NoteKeyName
{
    internal const byte Ed25519Type = 0x01;
    internal const int Ed25519Size = 32;

    internal static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static bool IsValid(string name)
    {
        if (name.Length == 0)
            return false;
        foreach (var rune in name.EnumerateRunes())
        {
            // U+FFFD is what a lone surrogate turns into here: such a name has no UTF-8 form.
            if (rune.Value is '+' or < 0x20 || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar)
                return false;
        }
        return true;
    }

    /// <summary>First four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key), big-endian.</summary>
    internal static uint KeyId(string name, ReadOnlySpan<byte> typeAndKey)
    {
        var nameBytes = StrictUtf8.GetBytes(name);
        var input = new byte[nameBytes.Length + 1 + typeAndKey.Length];
        nameBytes.CopyTo(input, 0);
        input[nameBytes.Length] = (byte)'\n';
        typeAndKey.CopyTo(input.AsSpan(nameBytes.Length + 1));
        return BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(input));
    }

    /// <summary>Splits <c>name+hash+base64</c> and checks all but the id itself.</summary>
    internal static bool TrySplit(string text, out string name, out string idText, out byte[] typeAndKey)
    {
        (name, idText, typeAndKey) = ("", "", []);
        // Base64 may hold '+', a name and an id may not.
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || !IsValid(parts[0]) || !Base64Text.TryDecode(parts[2], out typeAndKey))
            return false;
        (name, idText) = (parts[0], parts[1]);
        return typeAndKey.Length == 1 + Ed25519Size && typeAndKey[0] == Ed25519Type;
    }
}
