using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Search;

/// <summary>Criteria made ready: cut off, parsed, and told apart into exact numbers and details.</summary>
internal sealed record PreparedSearch
{
    private const int LongestField = 100;

    /// <summary>The directory number, when one was typed that passes its check.</summary>
    public string? DirectoryNumber { get; private init; }

    /// <summary>The scheme of the sector identifier that counts for this caller; null for none.</summary>
    public string? Scheme { get; private init; }

    /// <summary>Its normal form.</summary>
    public string? Identifier { get; private init; }

    /// <summary>Names, date, age, gender, postcode.</summary>
    public required IndexQuery Query { get; init; }

    /// <summary>True when the details alone are an accepted set of keys (SEA-2).</summary>
    public bool DetailsSuffice { get; private init; }

    /// <summary>True when they still are without the keys that a mask hides (SEA-5).</summary>
    public bool MaskedDetailsSuffice { get; private init; }

    public static PreparedSearch Of(SearchCriteria criteria, Agency agency, DateOnly today)
    {
        var details = criteria with { DirectoryNumber = null, Identifier = null, FamilyName = Cut(criteria.FamilyName), GivenName = Cut(criteria.GivenName), MiddleName = Cut(criteria.MiddleName), Postcode = Cut(criteria.Postcode) };
        var identifier = criteria.Identifier is { } typed && SearchKeySets.Issues(agency, typed.Scheme) ? typed : null;
        var value = identifier is null ? null : Children.IdentifierSchemes.Normalise(identifier.Scheme, Cut(identifier.Value));
        return new()
        {
            DirectoryNumber = Sdk.Children.DirectoryNumber.TryParse(criteria.DirectoryNumber, out var number) ? number.Value : null,
            Scheme = value is null ? null : identifier!.Scheme,
            Identifier = value,
            Query = QueryOf(details, today),
            DetailsSuffice = SearchKeySets.Check(details, agency).IsEnough,
            MaskedDetailsSuffice = SearchKeySets.Check(details with { Postcode = null }, agency).IsEnough,
        };
    }

    private static IndexQuery QueryOf(SearchCriteria details, DateOnly today)
    {
        var whole = Postcode.TryParse(details.Postcode, out var postcode, out _);
        return new()
        {
            Family = Name(details.FamilyName),
            Given = Name(details.GivenName),
            Middle = details.MiddleName,
            DateOfBirth = details.DateOfBirth,
            Age = details.Age,
            ReferenceDate = today,
            Gender = IndexRecords.Of(details.Gender),
            Postcode = whole ? postcode : null,
            District = !whole && OutwardCode.TryParse(details.Postcode, out var district, out _) ? district : null,
        };
    }

    // A trailing star only says that the name is a beginning: beginnings of three letters and more are found anyhow.
    private static string? Name(string? typed) => typed?.TrimEnd().TrimEnd('*');

    private static string? Cut(string? typed) => typed is { Length: > LongestField } ? typed[..LongestField] : typed;
}
