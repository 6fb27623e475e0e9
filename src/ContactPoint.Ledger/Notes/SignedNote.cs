using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ContactPoint.Ledger.Notes;

/// <summary>
/// A text signed by one or more keys, as specified by C2SP signed-note. Parsing says nothing about trust; <see cref="TryVerify"/> does, and the
/// text must not be used before.
/// </summary>
public sealed class SignedNote
{
    /// <summary>Longest note accepted, in bytes.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>Most signature lines accepted; the specification asks for at least 16.</summary>
    public const int MaxSignatures = 100;

    private const string LinePrefix = "— ";

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The signed text with its final newline.</summary>
    public string Text { get; }

    /// <summary>All signature lines in order, trusted or not.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs <paramref name="text"/> with each key and returns the whole note.</summary>
    /// <exception cref="ArgumentException">The text is empty, does not end in a newline, or holds another control character; or no key was given.</exception>
    public static string Sign(string text, params ReadOnlySpan<NoteSigningKey> keys)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsNoteText(text) || !text.EndsWith('\n'))
            throw new ArgumentException("A note's text ends in a newline and holds no other control character.", nameof(text));
        if (keys.IsEmpty)
            throw new ArgumentException("A note needs a signature.", nameof(keys));
        var message = NoteKeyName.StrictUtf8.GetBytes(text);
        var note = new StringBuilder(text).Append('\n');
        foreach (var key in keys)
        {
            var idAndSignature = new byte[4 + 64];
            BinaryPrimitives.WriteUInt32BigEndian(idAndSignature, key.VerifierKey.KeyId);
            key.Sign(message).CopyTo(idAndSignature, 4);
            note.Append(LinePrefix).Append(key.VerifierKey.Name).Append(' ').Append(Convert.ToBase64String(idAndSignature)).Append('\n');
        }
        return note.ToString();
    }

    /// <summary>Reads a note. False when it is malformed in any way; <paramref name="problem"/> then says how.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out SignedNote? note, out string problem)
    {
        note = null;
        if (utf8.Length > MaxBytes)
            return Fail($"The note is longer than {MaxBytes} bytes.", out problem);
        try
        {
            return TryParse(NoteKeyName.StrictUtf8.GetString(utf8), out note, out problem);
        }
        catch (DecoderFallbackException)
        {
            return Fail("The note is not valid UTF-8.", out problem);
        }
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out SignedNote?, out string)"/>
    public static bool TryParse(string? whole, [NotNullWhen(true)] out SignedNote? note, out string problem)
    {
        note = null;
        if (whole is null || whole.Length > MaxBytes)
            return Fail($"There is no note, or it is longer than {MaxBytes} characters.", out problem);
        if (!IsNoteText(whole))
            return Fail("The note holds a control character other than newline, or text that has no UTF-8 form.", out problem);

        // The last empty line separates: the text itself may hold empty lines.
        var split = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0)
            return Fail("The note has no empty line before its signatures.", out problem);
        var signatureText = whole[(split + 2)..];
        if (signatureText.Length == 0 || !signatureText.EndsWith('\n'))
            return Fail("The note has no signature lines, or its last line has no end.", out problem);

        var signatures = new List<NoteSignature>();
        foreach (var line in signatureText[..^1].Split('\n'))
        {
            if (signatures.Count == MaxSignatures)
                return Fail($"The note has more than {MaxSignatures} signatures.", out problem);
            if (!TryParseLine(line, out var signature))
                return Fail($"Signature line {signatures.Count + 1} is malformed.", out problem);
            signatures.Add(signature);
        }
        note = new SignedNote(whole[..(split + 1)], signatures);
        problem = "";
        return true;
    }

    /// <summary>
    /// True when at least one trusted key signed the text and no signature that claims to be a trusted key's fails. Signatures of other keys are
    /// ignored; a second signature by the same key is not looked at. Two different trusted keys with the same name and id are refused.
    /// </summary>
    public bool TryVerify(IReadOnlyCollection<NoteVerifierKey> trusted, out IReadOnlyList<NoteVerifierKey> verified, out string problem)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        var good = new List<NoteVerifierKey>();
        verified = [];
        var message = NoteKeyName.StrictUtf8.GetBytes(Text);
        foreach (var signature in Signatures)
        {
            var matches = trusted.Where(k => k.KeyId == signature.KeyId && k.Name == signature.KeyName).Distinct().ToList();
            if (matches.Count == 0)
                continue;
            var name = $"{signature.KeyName}+{signature.KeyId:x8}";
            if (matches.Count > 1)
                return Fail($"Two different trusted keys are both called {name}.", out problem);
            if (good.Contains(matches[0]))
                continue;
            if (!matches[0].Verify(message, signature.Signature.Span))
                return Fail($"The signature by {name} is wrong.", out problem);
            good.Add(matches[0]);
        }
        if (good.Count == 0)
            return Fail("No trusted key signed the note.", out problem);
        verified = good;
        problem = "";
        return true;
    }

    private static bool TryParseLine(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(LinePrefix, StringComparison.Ordinal))
            return false;
        var parts = line[LinePrefix.Length..].Split(' ');
        if (parts.Length != 2 || !NoteKeyName.IsValid(parts[0]) || !Base64Text.TryDecode(parts[1], out var bytes) || bytes.Length < 5)
            return false;
        signature = new NoteSignature(parts[0], BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4));
        return true;
    }

    private static bool IsNoteText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x20 && text[i] != '\n')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }

    private static bool Fail(string message, out string problem)
    {
        problem = message;
        return false;
    }
}
