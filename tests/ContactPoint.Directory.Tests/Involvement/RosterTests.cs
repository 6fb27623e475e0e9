using ContactPoint.Directory.Children;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Involvement;

public sealed class RosterTests
{
    [Fact]
    [Trait("Rule", "SEA-9")]
    public async Task List_TheChildrenOfAnotherSetting_ShowsNone()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var elsewhere = await world.PersonAsync(Agency.Education, Guid.NewGuid());

        (await elsewhere.ListAsync(MyChildrenList.Setting)).Value.Lines.ShouldBeEmpty();
        (await elsewhere.ListAsync(MyChildrenList.Involved)).Value.Lines.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-9")]
    public async Task List_TheOwnSetting_ShowsTwentyFiveAPageByNameWithoutThoseWhoLeftOrAreConcealed()
    {
        await using var world = await World.StartAsync();
        for (var i = 0; i < 30; i++) await world.WriteAsync(Given.Child(identity: Given.Identity($"Name{i:D2}")));
        var left = Given.Child(identity: Given.Identity("Left"));
        await world.WriteAsync(left with { Starts = [left.Starts[0] with { End = world.Today.AddDays(-1) }] });
        var hidden = Given.NewChild();
        world.Shields.Levels[hidden] = ShieldLevel.Concealed;
        await world.WriteAsync(Given.Child(hidden, Given.Identity("Aaaa")));
        var secretary = await world.PersonAsync(Agency.Education, World.School);

        var first = (await secretary.ListAsync(MyChildrenList.Setting)).Value;
        var second = (await secretary.ListAsync(MyChildrenList.Setting, 1)).Value;

        first.HasMore.ShouldBeTrue();
        second.HasMore.ShouldBeFalse();
        first.Lines.Concat(second.Lines).Select(line => line.Value.Summary.FamilyName).ShouldBe(Enumerable.Range(0, 30).Select(i => $"Name{i:D2}"));
    }

    [Fact]
    [Trait("Rule", "INV-8")]
    public async Task List_OwnInvolvements_ShowsThePersonsAndTheTeamsAndNotAColleagues()
    {
        await using var world = await World.StartAsync();
        InvolvementStart Nursing(Guid? practitioner) => new() { ServiceCode = ServiceCatalogue.SchoolNurse.Code, Organisation = World.NurseTeam, Practitioner = practitioner, Start = world.Today, From = Given.From(World.NurseTeam) };
        var colleague = Guid.NewGuid();
        await world.JobAsync(async (pass, unit) =>
        {
            await world.Get<Organisations.IOrganisationDirectory>().SaveAsync(pass, new Organisations.Practitioner { Id = colleague, OrganisationId = World.NurseTeam, Name = "B", JobTitle = "Nurse" }, unit);
            return 0;
        });
        await world.WriteAsync(Given.Child(identity: Given.Identity("Mine")) with { Starts = [Nursing(World.Nurse)] });
        await world.WriteAsync(Given.Child(identity: Given.Identity("Teams")) with { Starts = [Nursing(null)] });
        await world.WriteAsync(Given.Child(identity: Given.Identity("Colleagues")) with { Starts = [Nursing(colleague)] });
        var nurse = await world.PersonAsync(practitioner: World.Nurse);

        (await nurse.ListAsync(MyChildrenList.Involved)).Value.Lines.Select(line => line.Value.Summary.FamilyName).ShouldBe(["Mine", "Teams"]);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task List_TheOwnSetting_ShowsItsOwnProvisionalRecordToItAlone()
    {
        await using var world = await World.StartAsync();
        await world.WriteAsync(Given.Child() with { State = RecordState.Provisional, Supplier = World.School });
        var secretary = await world.PersonAsync(Agency.Education, World.School);
        var surgery = await world.PersonAsync(Agency.Health, World.Practice);

        (await surgery.ListAsync(MyChildrenList.Setting)).Value.Lines.ShouldBeEmpty();
        (await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.ShouldHaveSingleItem();
    }
}
