using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>The sets of keys that a search needs (SEA-2). Pure: the form and the gate ask the same question.</summary>
public static class SearchKeySets
{
    private const int ShortestName = 3;

    /// <summary>Whether the criteria hold one accepted set; if not, what could be added to what was given.</summary>
    /// <param name="criteria">What was typed.</param>
    /// <param name="agency">The caller's agency: sector identifiers are for that sector's staff.</param>
    public static KeySetAnswer Check(SearchCriteria criteria, Agency agency)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        if (DirectoryNumber.TryParse(criteria.DirectoryNumber, out _)) return KeySetAnswer.Enough;
        if (criteria.Identifier is { } identifier && Issues(agency, identifier.Scheme) && Given(identifier.Value)) return KeySetAnswer.Enough;

        var family = IsName(criteria.FamilyName);
        var given = IsName(criteria.GivenName);
        var birth = criteria.DateOfBirth is not null;
        var ageAndGender = criteria.Age is >= 0 and <= 25 && criteria.Gender is not null;
        var district = PostcodeShape.Of(criteria.Postcode) is not PostcodeShape.Kind.None;
        var postcode = PostcodeShape.Of(criteria.Postcode) is PostcodeShape.Kind.Full;
        if (family && given && (birth || ageAndGender || district)) return KeySetAnswer.Enough;
        if (given && birth && postcode) return KeySetAnswer.Enough;

        return KeySetAnswer.Lacking((family, given, birth) switch
        {
            (true, true, _) => ["date of birth", "age and gender", "postcode district"],
            (true, false, true) => ["given name"],
            (true, false, false) => ["given name, with date of birth, age and gender, or postcode district"],
            (false, true, true) => ["family name", "full postcode"],
            (false, true, false) => ["family name and date of birth", "date of birth and full postcode"],
            _ => ["family name, given name and date of birth", "directory number"],
        });
    }

    /// <summary>True when that agency issues, and so may read and search by, the identifier scheme.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="scheme">The scheme, as in <see cref="SectorIdentifier"/>.</param>
    public static bool Issues(Agency agency, string scheme) => (agency, scheme) is
        (Agency.Education, SectorIdentifier.Upn) or (Agency.Health, SectorIdentifier.Nhs);

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsName(string? text) => text is not null && text.Count(char.IsLetter) >= (text.Contains('*', StringComparison.Ordinal) ? ShortestName : 2);
}

/// <summary>Whether a search may run, or which keys would make it run.</summary>
/// <param name="IsEnough">True when one accepted set is there.</param>
/// <param name="Missing">Alternatives, each of which would be enough with what was given; empty when it is enough.</param>
public sealed record KeySetAnswer(bool IsEnough, IReadOnlyList<string> Missing)
{
    /// <summary>One accepted set is there.</summary>
    public static KeySetAnswer Enough { get; } = new(true, []);

    /// <summary>No accepted set is there.</summary>
    /// <param name="missing">What could be added.</param>
    public static KeySetAnswer Lacking(IReadOnlyList<string> missing) => new(false, missing);
}

/// <summary>The shape of a postcode, without asking whether it exists.</summary>
internal static class PostcodeShape
{
    internal enum Kind
    {
        None,
        District,
        Full,
    }

    internal static Kind Of(string? text)
    {
        if (text is null) return Kind.None;
        Span<char> kept = stackalloc char[8];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character)) continue;
            if (!char.IsAsciiLetterOrDigit(character) || count == kept.Length) return Kind.None;
            kept[count++] = char.ToUpperInvariant(character);
        }

        var code = (ReadOnlySpan<char>)kept[..count];
        if (IsOutward(code)) return Kind.District;
        return code.Length is >= 5 and <= 7 && char.IsAsciiDigit(code[^3]) && char.IsAsciiLetter(code[^2]) && char.IsAsciiLetter(code[^1]) && IsOutward(code[..^3])
            ? Kind.Full
            : Kind.None;
    }

    // A9, A99, AA9, AA99, A9A, AA9A.
    private static bool IsOutward(ReadOnlySpan<char> code)
    {
        if (code.Length is < 2 or > 4 || !char.IsAsciiLetter(code[0])) return false;
        var digits = char.IsAsciiLetter(code[1]) ? 2 : 1;
        if (digits >= code.Length || !char.IsAsciiDigit(code[digits])) return false;
        var rest = code[(digits + 1)..];
        return rest.Length == 0 || (rest.Length == 1 && char.IsAsciiLetterOrDigit(rest[0]));
    }
}
