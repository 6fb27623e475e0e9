using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Reads the two files of a search bench. Columns are found by their heading, in any order; what is not known is passed over.</summary>
internal static class BenchFiles
{
    private static readonly DateOnly AgeHoldsOn = new(2026, 9, 1);

    public static IEnumerable<BenchChild> Children(string file)
    {
        using var rows = new CsvRows(file, "id", "forename", "surname");
        while (rows.Next())
            yield return new BenchChild(rows["id"], rows["forename"], rows["middle"], rows["surname"], rows["sex"], Date(rows["dob"]), rows["postcode"]);
    }

    public static IEnumerable<SearchTrial> Queries(string file)
    {
        using var rows = new CsvRows(file, "cls", "true_id");
        while (rows.Next())
        {
            var place = rows["postcode"];
            var whole = Postcode.TryParse(place, out var postcode, out _);
            OutwardCode? district = !whole && OutwardCode.TryParse(place, out var outward, out _) ? outward : null;
            yield return new SearchTrial(
                rows["cls"], rows["true_id"],
                new IndexQuery
                {
                    Family = NullIfEmpty(rows["surname"]),
                    Given = NullIfEmpty(rows["forename"]),
                    DateOfBirth = Date(rows["dob"]),
                    Age = int.TryParse(rows["age"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var age) ? age : null,
                    ReferenceDate = AgeHoldsOn,
                    Gender = BenchChild.GenderOf(rows["sex"]),
                    Postcode = whole ? postcode : null,
                    District = district,
                });
        }
    }

    private static DateOnly? Date(string text) => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) ? date : null;

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>A child of a bench, as its file states it.</summary>
internal sealed record BenchChild(string Id, string Forename, string Middle, string Surname, string Sex, DateOnly? Born, string Place)
{
    /// <summary>A surname borne before, and what the child is called; null where there is none.</summary>
    public string? FormerSurname { get; init; }

    public string? PreferredForename { get; init; }

    /// <summary>A key that looks as random as a real one and follows from the id, so that a query's truth needs no table.</summary>
    public static Guid KeyOf(string id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return new Guid(hash[..16]);
    }

    public static RecordedGender GenderOf(string sex) => sex switch
    {
        "F" or "f" => RecordedGender.Female,
        "M" or "m" => RecordedGender.Male,
        _ => RecordedGender.NotSpecified,
    };

    public IndexRecord ToRecord()
    {
        var key = KeyOf(Id);
        return new IndexRecord
        {
            Key = key,
            Family = Surname,
            Given = Forename,
            Middle = Middle,
            DateOfBirth = Born,
            Gender = GenderOf(Sex),
            Postcode = Postcode.TryParse(Place, out var postcode, out _) ? postcode : null,
            OtherNames = FormerSurname is null && PreferredForename is null ? [] : Others(),
        };
    }

    private List<IndexName> Others()
    {
        var others = new List<IndexName>(2);
        if (FormerSurname is not null) others.Add(new IndexName(NameKind.Former, FormerSurname, null));
        if (PreferredForename is not null) others.Add(new IndexName(NameKind.Preferred, null, PreferredForename));
        return others;
    }
}

/// <summary>A query of a bench and the child that it is after.</summary>
internal sealed record SearchTrial(string Class, string TrueId, IndexQuery Query)
{
    public Guid TrueKey { get; } = BenchChild.KeyOf(TrueId);
}
