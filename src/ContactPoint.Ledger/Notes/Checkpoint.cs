using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ContactPoint.Ledger.Notes;

/// <summary>
/// Size and root of a log at one moment (C2SP tlog-checkpoint): origin, size and base64 root, a line each, then optional extension lines.
/// Signed as a <see cref="SignedNote"/>, usually by the key named as the origin.
/// </summary>
public sealed record Checkpoint
{
    /// <summary>The log's identity, by custom a URL without scheme. Not empty, one line.</summary>
    public required string Origin { get; init; }

    /// <summary>Number of leaves.</summary>
    public required long Size { get; init; }

    /// <summary>RFC 9162 root over those leaves.</summary>
    public required LedgerHash Root { get; init; }

    /// <summary>Further lines, signed but opaque; the specification advises against them.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The note text.</summary>
    /// <exception cref="InvalidOperationException">A line is empty or holds a control character, or the size is negative.</exception>
    public string ToBody()
    {
        if (Size < 0 || !IsLine(Origin) || !Extensions.All(IsLine))
            throw new InvalidOperationException("A checkpoint's size is not negative and its lines are neither empty nor broken.");
        var size = Size.ToString(CultureInfo.InvariantCulture);
        return string.Concat(new[] { Origin, size, Root.ToString() }.Concat(Extensions).Select(line => line + "\n"));
    }

    /// <summary>Signs with each key and returns the note to store and to ship. A sealer must never sign two checkpoints that contradict each other.</summary>
    public string Sign(params ReadOnlySpan<NoteSigningKey> keys) => SignedNote.Sign(ToBody(), keys);

    /// <summary>Reads a note text; refuses leading zeros, other spellings of the root, empty lines.</summary>
    public static bool TryParseBody(string? body, [NotNullWhen(true)] out Checkpoint? checkpoint, out string problem)
    {
        checkpoint = null;
        problem = "The note is no checkpoint: it needs an origin, a size and a root, each on a line of its own.";
        if (body is null || !body.EndsWith('\n'))
            return false;
        var lines = body[..^1].Split('\n');
        if (lines.Length < 3 || !lines.All(IsLine)
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || (lines[1].Length > 1 && lines[1][0] == '0')
            || !LedgerHash.TryParse(lines[2], out var root))
            return false;
        checkpoint = new Checkpoint { Origin = lines[0], Size = size, Root = root, Extensions = lines[3..] };
        problem = "";
        return true;
    }

    /// <summary>Reads a checkpoint out of a note that a trusted key signed. False, with the reason, when the note or its signature is not good.</summary>
    public static bool TryOpen(
        string? note, IReadOnlyCollection<NoteVerifierKey> trusted, [NotNullWhen(true)] out Checkpoint? checkpoint, out string problem)
    {
        checkpoint = null;
        return SignedNote.TryParse(note, out var parsed, out problem)
            && parsed.TryVerify(trusted, out _, out problem)
            && TryParseBody(parsed.Text, out checkpoint, out problem);
    }

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other) => other is not null && Origin == other.Origin && Size == other.Size && Root == other.Root
        && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);

    private static bool IsLine(string line) => line.Length != 0 && !line.Any(c => c < 0x20);
}
