namespace ContactPoint.Matching.Identifiers;

/// <summary>The first half of a postcode, its district: SG1, B1, EC1A.</summary>
/// <remarks>Source of the pattern: Royal Mail Programmers' Guide and BS 7666. GIR is not accepted: nobody lives there.</remarks>
public readonly record struct OutwardCode
{
    private OutwardCode(string value) => Value = value;

    /// <summary>The code in capitals, 2-4 characters.</summary>
    public string Value => field ?? string.Empty;

    /// <summary>The letters it starts with, the postcode area.</summary>
    public string Area => Value[..AreaLength(Value)];

    /// <summary>Reads a district; spaces round it and small letters are forgiven.</summary>
    public static bool TryParse(string? text, out OutwardCode code, out IdentifierError error)
    {
        code = default;
        var value = text?.Trim().ToUpperInvariant() ?? string.Empty;
        error = value.Length == 0 ? IdentifierError.Missing
            : value.Length is < 2 or > 4 ? IdentifierError.WrongLength
            : IsOutward(value) ? IdentifierError.None
            : IdentifierError.WrongCharacters;
        if (error == IdentifierError.None)
            code = new OutwardCode(value);
        return error == IdentifierError.None;
    }

    /// <summary>Never the code itself, so that it cannot slip into a log; use <see cref="Value"/>.</summary>
    public override string ToString() => "Outward code";

    internal static OutwardCode Trusted(string value) => new(value);

    internal static int AreaLength(string outward) => outward.Length > 1 && char.IsAsciiLetter(outward[1]) ? 2 : Math.Min(1, outward.Length);

    internal static bool IsOutward(string value)
    {
        if (!char.IsAsciiLetterUpper(value[0]) || "QVX".Contains(value[0], StringComparison.Ordinal))
            return false;
        var letters = AreaLength(value);
        if (letters == 2 && "IJZ".Contains(value[1], StringComparison.Ordinal))
            return false;
        var rest = value.AsSpan(letters);
        if (rest.Length is < 1 or > 2 || !char.IsAsciiDigit(rest[0]))
            return false;
        if (rest.Length == 1 || char.IsAsciiDigit(rest[1]))
            return true;
        var allowed = letters == 1 ? "ABCDEFGHJKPSTUW" : "ABEHMNPRVWXY";
        return allowed.Contains(rest[1], StringComparison.Ordinal);
    }
}
