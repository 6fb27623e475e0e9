namespace ContactPoint.Matching.Identifiers;

/// <summary>A unique pupil number: check letter, local authority (3 digits), establishment (4), year of allocation (2), serial (3).</summary>
/// <remarks>
/// Source: Department for Education, "Unique pupil numbers (UPNs): a guide for schools and local authorities". The check letter is the sum of
/// characters 2-13 weighted 2-13, modulo 23, in the alphabet without I, O and S. A temporary number ends with a letter, which counts as
/// its place in that alphabet. Whether the local authority number exists is not checked here: lists of them change.
/// </remarks>
public readonly record struct Upn
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private const int Length = 13;

    private Upn(string value) => Value = value;

    /// <summary>The thirteen characters, upper case.</summary>
    public string Value => field ?? string.Empty;

    /// <summary>Whether it was given for the time being, until the permanent number is known.</summary>
    public bool IsTemporary => Value.Length == Length && char.IsAsciiLetterUpper(Value[^1]);

    /// <summary>Reads a number; spaces round it and small letters are forgiven.</summary>
    public static bool TryParse(string? text, out Upn upn, out IdentifierError error)
    {
        upn = default;
        var value = text?.Trim().ToUpperInvariant() ?? string.Empty;
        error = Check(value);
        if (error == IdentifierError.None)
            upn = new Upn(value);
        return error == IdentifierError.None;
    }

    /// <summary>The check letter of characters 2-13, or null when they are not of the right kind. For makers of synthetic numbers.</summary>
    /// <param name="body">Twelve characters: eleven digits and a digit, or a letter for a temporary number.</param>
    public static char? CheckLetter(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body.Length != Length - 1)
            return null;
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var worth = char.IsAsciiDigit(body[i]) ? body[i] - '0' : i == body.Length - 1 ? Alphabet.IndexOf(body[i], StringComparison.Ordinal) : -1;
            if (worth < 0)
                return null;
            sum += worth * (i + 2);
        }

        return Alphabet[sum % Alphabet.Length];
    }

    /// <summary>Never the number itself, so that it cannot slip into a log; use <see cref="Value"/>.</summary>
    public override string ToString() => "UPN";

    private static IdentifierError Check(string value)
    {
        if (value.Length == 0)
            return IdentifierError.Missing;
        if (value.Length != Length)
            return IdentifierError.WrongLength;
        var letter = CheckLetter(value[1..]);
        if (letter is null || !Alphabet.Contains(value[0], StringComparison.Ordinal))
            return IdentifierError.WrongCharacters;
        return letter == value[0] ? IdentifierError.None : IdentifierError.CheckFailed;
    }
}
