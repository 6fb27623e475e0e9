using ContactPoint.Directory.Children;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Search;

public sealed class ShieldedSearchTests
{
    private static readonly SearchCriteria Names = new() { FamilyName = "Osborne", GivenName = "Jayden" };
    private static readonly SearchCriteria ByDate = Names with { DateOfBirth = new DateOnly(2015, 3, 14) };

    [Fact]
    [Trait("Rule", "SEA-5")]
    public async Task Find_AMaskedChildByAFieldThatTheMaskHides_FindsNobody()
    {
        var (world, child) = await WithAsync(ShieldLevel.Masked);
        await using var _ = world;
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await teacher.ResultsAsync(Names with { Postcode = "M6 5AA" })).ShouldBeEmpty();
        (await teacher.ResultsAsync(Names with { FamilyName = "Quartermaine", DateOfBirth = new DateOnly(2015, 3, 14), Gender = Gender.Female })).ShouldAllBe(result => !result.Reasons.Contains("found by former name"));
        (await teacher.ResultsAsync(new() { GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14), Postcode = "M6 5AA" })).ShouldBeEmpty();
        (await teacher.ResultsAsync(new() { Identifier = new(SectorIdentifier.Upn, Given.Upn) })).ShouldBeEmpty();
        world.Shields.Levels[child] = ShieldLevel.None;
        (await teacher.ResultsAsync(new() { Identifier = new(SectorIdentifier.Upn, Given.Upn) })).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    public async Task Find_AMaskedChildByWhatTheMaskLeaves_FindsItWithoutItsAuthority()
    {
        var (world, _) = await WithAsync(ShieldLevel.Masked);
        await using var __ = world;

        var result = (await (await world.PersonAsync()).ResultsAsync(ByDate)).ShouldHaveSingleItem();

        result.Summary.Authority.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "SEA-5")]
    [Trait("Invariant", "I-02")]
    public async Task Find_AMaskedChildWithItsPostcodeOrAnother_AnswersAlike()
    {
        var (world, _) = await WithAsync(ShieldLevel.Masked);
        await using var __ = world;
        var nurse = await world.PersonAsync();

        var right = await nurse.ResultsAsync(ByDate with { Postcode = "M6 5AA" });
        var wrong = await nurse.ResultsAsync(ByDate with { Postcode = "LS1 4AP" });

        right.Single().Reasons.ShouldBe(wrong.Single().Reasons);
    }

    [Fact]
    [Trait("Rule", "SHD-10")]
    [Trait("Invariant", "I-01")]
    public async Task Find_AConcealedChild_AnswersAsForNobodyWhateverIsKnownOfIt()
    {
        var (world, child) = await WithAsync(ShieldLevel.Concealed);
        await using var _ = world;
        var number = (await world.ReadAsync(child)).Identity!.DirectoryNumber;
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await teacher.ResultsAsync(ByDate)).ShouldBeEmpty();
        (await teacher.ResultsAsync(new() { DirectoryNumber = number })).ShouldBeEmpty();
        (await teacher.ResultsAsync(new() { Identifier = new(SectorIdentifier.Upn, Given.Upn) })).ShouldBeEmpty();
        (await teacher.OpenAsync(await teacher.HandleAsync(child))).Error.ShouldBe(GateErrors.NotAvailable);
        world.Get<IChildIndex>().Count.ShouldBe(0);
    }

    private static async Task<(World World, ChildId Child)> WithAsync(ShieldLevel level)
    {
        var world = await World.StartAsync();
        var child = Given.NewChild();
        world.Shields.Levels[child] = level;
        await world.AddAsync(Given.Child(child, Given.Identity() with { OtherNames = [new(new OtherName(OtherNameKind.Former, new PersonName("Quartermaine", "Jayden")), Given.From())] }));
        return (world, child);
    }
}
