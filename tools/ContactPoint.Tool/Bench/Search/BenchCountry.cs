using System.Globalization;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Queries;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>The children and queries of a synthetic country, for a bench without files.</summary>
internal static class BenchCountry
{
    public static IEnumerable<BenchChild> Children(SyntheticCountry country) => country.Children().Select(Of);

    public static BenchChild Child(SyntheticCountry country, string id) => Of(country.Child(long.Parse(id, CultureInfo.InvariantCulture)));

    public static IEnumerable<SearchTrial> Queries(SyntheticCountry country, int perClass) => new QueryMaker(country).Make(perClass).Select(query => new SearchTrial(
        query.ClassName, Id(query.Truth.Number),
        new IndexQuery
        {
            Family = query.Surname,
            Given = query.Forename,
            DateOfBirth = query.DateOfBirth,
            Age = query.Age,
            ReferenceDate = SyntheticCountry.Reference,
            Gender = query.IsGirl switch { true => RecordedGender.Female, false => RecordedGender.Male, null => RecordedGender.NotSpecified },
            District = OutwardCode.TryParse(query.Postcode, out var district, out _) ? district : null,
        }));

    private static BenchChild Of(SyntheticChild child) =>
        new(Id(child.Number), child.Forename, child.Middle ?? string.Empty, child.Surname, child.IsGirl ? "F" : "M", child.DateOfBirth, child.Postcode)
        {
            FormerSurname = child.FormerSurname,
            PreferredForename = child.PreferredForename,
        };

    private static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
