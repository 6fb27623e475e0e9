using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Tests.Index;

/// <summary>Among 5,000 others, the right child is first and the reason is told.</summary>
[Trait("Rule", "SEA-3")]
public sealed class SearchVariationTests
{
    private static readonly IndexRecord Child = new()
    {
        Key = new Guid("6f0c1f4e-8f5e-4c39-9d57-1f2f6a0b7c11"),
        Family = "Hetherington-Brown",
        Given = "William",
        Middle = "Arthur",
        DateOfBirth = new DateOnly(2014, 3, 4),
        Gender = RecordedGender.Male,
        Postcode = Code("SG1 1DJ"),
        OtherNames = [new(NameKind.Former, "Fitzgerald", null), new(NameKind.Preferred, null, "Rory")],
    };

    private static readonly IndexSnapshot Index =
        new(LayeredIndexTests.Build(SyntheticDirectory.Make(5_000, seed: 2026).Append(Child)));

    private static readonly DateOnly Born = new(2014, 3, 4);

    public static TheoryData<string, IndexQuery, string> Variations => new()
    {
        { "exact", Ask("Hetherington-Brown", "William", Born), "date of birth exact" },
        { "prefixes", Ask("Het", "Wil", Born), "family name begins like it" },
        { "one letter off", Ask("Hetherington-Browm", "William", Born), "family name one letter off" },
        { "both typed wrong", Ask("Hetheringtn-Brown", "Willaim", Born), "given name one letter off" },
        { "sounds alike", Ask("Heatheringtan-Braun", "William", Born), "family name sounds alike" },
        { "nickname", Ask("Hetherington-Brown", "Bill", Born), "given name is a short form or variant" },
        { "misspelt nickname", Ask("Hetherington-Brown", "Biily", Born), "given name is a misspelt short form" },
        { "former name", Ask("Fitzgerald", "William", Born), "found by former name" },
        { "preferred name", Ask("Hetherington-Brown", "Rory", Born), "found by preferred name" },
        { "swapped names", Ask("William", "Hetherington-Brown", Born), "names swapped" },
        { "half of a double name", Ask("Hetherington", "William", Born), "family name is part of a double name" },
        { "merged double name", Ask("Hetheringtonbrown", "William", Born), "family name same letters, spaced otherwise" },
        { "middle name used", Ask("Hetherington-Brown", "Arthur", Born), "middle name used as given name" },
        { "day and month swapped", Ask("Hetherington-Brown", "William", new(2014, 4, 3)), "day and month swapped" },
        { "one digit of the day", Ask("Hetherington-Brown", "William", new(2014, 3, 14)), "one digit of the date differs" },
        { "one digit of the year", Ask("Hetherington-Brown", "William", new(2017, 3, 4)), "one digit of the year of birth differs" },
        { "next year", Ask("Hetherington-Brown", "William", new(2015, 3, 4)), "date of birth one year off" },
        { "next month", Ask("Hetherington-Brown", "Will", new(2014, 4, 4)), "date of birth one month off" },
        { "next day", Ask("Hetherington-Brown", "Will", new(2014, 3, 5)), "date of birth one day off" },
        { "wrong date, both typed wrong", Ask("Hetheringten-Brown", "Wiliam", new(1999, 12, 25)), "family name one letter off" },
        { "surname changed", Ask("Quillfeather", "William", Born) with { Postcode = Code("SG1 1DJ") }, "postcode exact" },
        { "given, date and postcode", Ask(null, "Wiliam", Born) with { Postcode = Code("SG1 1DJ") }, "given name one letter off" },
        { "names, age and gender", Ask("Hetherington-Browne", "Bill", null) with { Age = 12, Gender = RecordedGender.Male }, "age within one year" },
        { "names and district", Ask("Hetherington", "Billy", null) with { District = Code("SG1 1DJ").Outward }, "same postcode district" },
        { "postcode one character off", Ask(null, "William", Born) with { Postcode = Code("SG1 1DH") }, "one character of the postcode differs" },
    };

    [Theory]
    [MemberData(nameof(Variations))]
    public void Search_WithAVariation_FindsTheChildFirstAndSaysWhy(string variation, IndexQuery query, string reason)
    {
        var hits = Index.Search(query);
        hits[0].Key.ShouldBe(Child.Key, variation);
        hits[0].Why.ShouldContain(reason);
    }

    [Fact]
    public void Search_ForAnotherChildAltogether_DoesNotPutThisOneFirst() =>
        Index.Search(Ask("Khan", "Fatima", new(2019, 11, 27))).ShouldNotContain(hit => hit.Key == Child.Key);

    [Fact]
    [Trait("Rule", "SEA-2")]
    public void Search_ByFamilyNameAlone_SeeksNoCandidates() => Index.Search(Ask("Smith", null, null)).ShouldBeEmpty();

    private static IndexQuery Ask(string? family, string? given, DateOnly? born) =>
        new() { Family = family, Given = given, DateOfBirth = born, ReferenceDate = new DateOnly(2025, 9, 1) };

    private static Postcode Code(string text) => Postcode.TryParse(text, out var code, out _) ? code : throw new ArgumentException(text);
}
