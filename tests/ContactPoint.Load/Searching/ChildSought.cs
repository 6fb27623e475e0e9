using System.Globalization;

namespace ContactPoint.Load.Searching;

/// <summary>A child that was made for a load, and what is typed to find it. No two share a name.</summary>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="Born">Date of birth.</param>
public sealed record ChildSought(string FamilyName, string GivenName, DateOnly Born)
{
    /// <summary>How the results list it.</summary>
    public string Listed => $"{FamilyName.ToUpperInvariant()}, {GivenName}";

    /// <summary>The fields of the form by id.</summary>
    public IEnumerable<(string Field, string Value)> Typed =>
    [
        ("family-name", FamilyName), ("given-name", GivenName), ("birth-day", Text(Born.Day)), ("birth-month", Text(Born.Month)), ("birth-year", Text(Born.Year)),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
