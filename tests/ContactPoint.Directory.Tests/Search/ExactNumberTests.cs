using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Search;

public sealed class ExactNumberTests
{
    [Fact]
    [Trait("Rule", "SEA-2")]
    [Trait("Rule", "REC-6")]
    public async Task Find_ByAnIdentifierOfAnotherSector_IsRefused()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        var answer = await (await world.PersonAsync(Agency.Health)).FindAsync(new() { Identifier = new(SectorIdentifier.Upn, Given.Upn) });

        answer.Error!.Code.ShouldBe("search.keys-missing");
    }

    [Fact]
    [Trait("Rule", "REC-6")]
    public async Task Find_WithDetailsAndAnIdentifierOfAnotherSector_IsNotFoundByTheIdentifier()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        var results = await (await world.PersonAsync(Agency.Health)).ResultsAsync(new()
        {
            FamilyName = "Nobody",
            GivenName = "Atall",
            DateOfBirth = new DateOnly(2010, 1, 1),
            Identifier = new(SectorIdentifier.Upn, Given.Upn),
        });

        results.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Find_ByTheSectorsOwnIdentifier_FindsTheChildAnyDress()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        var result = (await (await world.PersonAsync(Agency.Education, World.School)).ResultsAsync(new() { Identifier = new(SectorIdentifier.Upn, " " + Given.Upn.ToLowerInvariant()) })).ShouldHaveSingleItem();

        result.Reasons.ShouldBe(["unique pupil number exact"]);
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Find_ByNhsNumber_FindsTheChildAmongItsAliasesToo()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child() with { Identifiers = [new IdentifierWrite(IdentifierSchemes.Nhs, Given.Nhs, Given.From())] });
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, Identifiers = [new IdentifierWrite(IdentifierSchemes.Nhs, "9434765870", Given.From())] })).Succeeded.ShouldBeTrue();

        (await (await world.PersonAsync()).ResultsAsync(new() { Identifier = new(SectorIdentifier.Nhs, "943 476 5919") })).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Find_ByDirectoryNumberAsPrinted_FindsTheOneChild()
    {
        await using var world = await World.StartAsync();
        var number = DirectoryNumber.New();
        await world.AddAsync(Given.Child(identity: Given.Identity(number: number.Value)));
        await world.AddAsync(Given.Child());

        var result = (await (await world.PersonAsync()).ResultsAsync(new() { DirectoryNumber = number.ToString() })).ShouldHaveSingleItem();

        result.Reasons.ShouldBe(["directory number exact"]);
    }

    [Fact]
    [Trait("Rule", "SEA-6")]
    public async Task Find_ByANumberOfNobody_AnswersAsAnyMiss()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        (await (await world.PersonAsync()).ResultsAsync(new() { DirectoryNumber = DirectoryNumber.New().Value })).ShouldBeEmpty();
    }
}
