using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Search;

public sealed class SearchTests
{
    private static readonly SearchCriteria Whole = new() { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };

    public static TheoryData<string, string?, string?, string?, int?, string?> TooLittle => new()
    {
        { "family name alone", "Osborne", null, null, null, null },
        { "given name alone", null, "Jayden", null, null, null },
        { "both names alone", "Osborne", "Jayden", null, null, null },
        { "date of birth alone", null, null, "2015-03-14", null, null },
        { "postcode alone", null, null, null, null, "M6 5AA" },
        { "family name and postcode", "Osborne", null, null, null, "M6 5AA" },
        { "names and age without gender", "Osborne", "Jayden", null, 11, null },
        { "given name, date and district", null, "Jayden", "2015-03-14", null, "M6" },
        { "prefix of two letters", "Os*", "Ja*", "2015-03-14", null, null },
    };

    [Theory]
    [Trait("Rule", "SEA-2")]
    [MemberData(nameof(TooLittle))]
    public async Task Find_WithTooLittle_IsRefusedAndSaysWhatIsMissing(string what, string? family, string? given, string? born, int? age, string? postcode)
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        var answer = await (await world.PersonAsync()).FindAsync(Criteria(family, given, born, age, null, postcode));

        answer.Succeeded.ShouldBeFalse(what);
        answer.Error!.Code.ShouldBe("search.keys-missing");
    }

    public static TheoryData<string, string?, string?, string?, int?, Gender?, string?> Found => new()
    {
        { "names and date", "Osborne", "Jayden", "2015-03-14", null, null, null },
        { "names, age and gender", "Osborne", "Jayden", null, 11, Gender.Male, null },
        { "names, age one off and gender", "Osborne", "Jayden", null, 10, Gender.Male, null },
        { "names and district", "Osborne", "Jayden", null, null, null, "m6" },
        { "given name, date and postcode", null, "Jayden", "2015-03-14", null, null, "M65AA" },
        { "prefixes of three letters", "Osb", "Jay*", "2015-03-14", null, null, null },
        { "a letter wrong", "Osborn", "Jaydon", "2015-03-14", null, null, null },
        { "by sound", "Ozborne", "Jaiden", "2015-03-14", null, null, null },
        { "names swapped", "Jayden", "Osborne", "2015-03-14", null, null, null },
        { "one digit of the date wrong", "Osborne", "Jayden", "2015-03-15", null, null, null },
        { "some days off, over the end of a month", "Osborne", "Jayden", "2015-02-28", null, null, null },
        { "preferred name", "Osborne", "Ziggy", "2015-03-14", null, null, null },
        { "former family name", "Quartermaine", "Jayden", "2015-03-14", null, null, null },
    };

    [Theory]
    [Trait("Rule", "SEA-2")]
    [Trait("Rule", "SEA-3")]
    [MemberData(nameof(Found))]
    public async Task Find_WithAnAcceptedSet_FindsTheChildInSpiteOfItAndSaysWhy(string what, string? family, string? given, string? born, int? age, Gender? gender, string? postcode)
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child(identity: Given.Identity() with
        {
            OtherNames =
            [
                new(new OtherName(OtherNameKind.Preferred, new PersonName("Osborne", "Ziggy")), Given.From()),
                new(new OtherName(OtherNameKind.Former, new PersonName("Quartermaine", "Jayden")), Given.From()),
            ],
        }));

        var results = await (await world.PersonAsync()).ResultsAsync(Criteria(family, given, born, age, gender, postcode));

        var result = results.ShouldHaveSingleItem(what);
        result.Summary.ShouldBe(new ChildSummary("Osborne", "Jayden", Gender.Male, 2015, new LocalAuthorityCode("355")));
        result.Reasons.ShouldNotBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-3")]
    public async Task Find_WithDayAndMonthSwapped_FindsTheChild()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child(identity: Given.Identity(born: new DateOnly(2015, 3, 4))));

        var result = (await (await world.PersonAsync()).ResultsAsync(Whole with { DateOfBirth = new DateOnly(2015, 4, 3) })).ShouldHaveSingleItem();

        result.Reasons.ShouldContain("day and month swapped");
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Find_ChildrenWhoShareTheDateOfBirthAlone_ShowsNoneOfThem()
    {
        await using var world = await World.StartAsync();
        foreach (var name in new[] { "Abernathy", "Bickerstaff", "Cholmondeley", "Dunwoody" })
            await world.AddAsync(Given.Child(identity: Given.Identity(name, "Persephone", gender: Gender.Female)));

        (await (await world.PersonAsync()).ResultsAsync(Whole)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-4")]
    public async Task Find_MoreThanTen_ShowsTenAndNoCount()
    {
        await using var world = await World.StartAsync();
        for (var i = 0; i < 14; i++) await world.AddAsync(Given.Child(postcode: $"M6 5A{(char)('A' + (i % 5))}"));

        (await (await world.PersonAsync()).ResultsAsync(Whole)).Count.ShouldBe(10);
    }

    [Fact]
    [Trait("Rule", "SEA-6")]
    public async Task Find_AnArchivedOrProvisionalChild_AnswersAsForNobody()
    {
        await using var world = await World.StartAsync();
        var nurse = await world.PersonAsync();
        var nobody = await nurse.ResultsAsync(Whole);
        await world.AddAsync(Given.Child() with { State = RecordState.Archived });
        await world.AddAsync(Given.Child() with { State = RecordState.Provisional, Supplier = World.School });

        (await nurse.ResultsAsync(Whole)).ShouldBe(nobody);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task Find_AProvisionalChild_IsFoundByItsSupplier()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child() with { State = RecordState.Provisional, Supplier = World.School });

        (await (await world.PersonAsync(Agency.Education, World.School)).ResultsAsync(Whole)).ShouldHaveSingleItem();
    }

    private static SearchCriteria Criteria(string? family, string? given, string? born, int? age, Gender? gender, string? postcode) => new()
    {
        FamilyName = family,
        GivenName = given,
        DateOfBirth = born is null ? null : DateOnly.ParseExact(born, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Age = age,
        Gender = gender,
        Postcode = postcode,
    };
}
