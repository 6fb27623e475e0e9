namespace ContactPoint.Matching.Identifiers;

/// <summary>A United Kingdom postcode, outward and inward part.</summary>
/// <remarks>Pattern only, as the Royal Mail Programmers' Guide gives it; whether the postcode is in use is not checked. GIR 0AA is refused.</remarks>
public readonly record struct Postcode
{
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

    private Postcode(string outward, string inward)
    {
        Outward = OutwardCode.Trusted(outward);
        Inward = inward;
    }

    /// <summary>The district (SG1).</summary>
    public OutwardCode Outward { get; }

    /// <summary>The three characters that name the street or building (1DJ).</summary>
    public string Inward => field ?? string.Empty;

    /// <summary>The postcode in capitals with one space (SG1 1DJ).</summary>
    public string Value => Inward.Length == 0 ? string.Empty : $"{Outward.Value} {Inward}";

    /// <summary>Reads a postcode; spaces anywhere and small letters are forgiven.</summary>
    public static bool TryParse(string? text, out Postcode postcode, out IdentifierError error)
    {
        postcode = default;
        var value = (text ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        error = value.Length == 0 ? IdentifierError.Missing
            : value.Length is < 5 or > 7 ? IdentifierError.WrongLength
            : IsInward(value.AsSpan(value.Length - 3)) && OutwardCode.IsOutward(value[..^3]) ? IdentifierError.None
            : IdentifierError.WrongCharacters;
        if (error == IdentifierError.None)
            postcode = new Postcode(value[..^3], value[^3..]);
        return error == IdentifierError.None;
    }

    /// <summary>Never the postcode itself, so that it cannot slip into a log; use <see cref="Value"/>.</summary>
    public override string ToString() => "Postcode";

    /// <summary>The inward part as a number from 1 to 4,000 (digit × 20 × 20 letters), for compact columns.</summary>
    internal static ushort PackInward(string inward) => (ushort)(1
        + ((inward[0] - '0') * 400) + (InwardLetters.IndexOf(inward[1], StringComparison.Ordinal) * 20) + InwardLetters.IndexOf(inward[2], StringComparison.Ordinal));

    internal static string UnpackInward(ushort packed) =>
        $"{(packed - 1) / 400}{InwardLetters[(packed - 1) / 20 % 20]}{InwardLetters[(packed - 1) % 20]}";

    internal static Postcode Trusted(string outward, string inward) => new(outward, inward);

    private static bool IsInward(ReadOnlySpan<char> inward) =>
        char.IsAsciiDigit(inward[0]) && InwardLetters.Contains(inward[1], StringComparison.Ordinal) && InwardLetters.Contains(inward[2], StringComparison.Ordinal);
}
