using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Involvement;

/// <summary>Joiners and leavers of a setting: rosters of closed kinds, like the setting's own.</summary>
[Trait("Rule", "SEA-9")]
public sealed class SettingChangesTests
{
    [Theory]
    [InlineData(Agency.Education, Role.DataSteward)]
    [InlineData(Agency.Education, Role.PractitionerSupport)]
    [InlineData(Agency.Education, Role.Broker)]
    [InlineData(Agency.Education, Role.SuperUser)]
    [InlineData(Agency.Health, Role.Practitioner)]
    public async Task JoinersAndLeavers_ForWhoIsNotAPractitionerOfThatSetting_AreRefused(Agency agency, Role role)
    {
        await using var world = await World.StartAsync();
        var person = await world.PersonAsync(agency, World.School, role: role);

        (await person.ListAsync(RosterKind.OwnSettingJoiners)).Error.ShouldBe(GateErrors.OutOfRole);
        (await person.ListAsync(RosterKind.OwnSettingLeavers)).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Fact]
    public async Task JoinersAndLeavers_ForATeamWithoutPlacements_AreRefused()
    {
        await using var world = await World.StartAsync();
        var nurse = await world.PersonAsync();

        (await nurse.ListAsync(RosterKind.OwnSettingJoiners)).Error.ShouldBe(GateErrors.OutOfRole);
        (await nurse.ListAsync(RosterKind.OwnSettingLeavers)).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(91)]
    public async Task Joiners_OfTooFewOrTooManyDays_AreRefused(int days)
    {
        await using var world = await World.StartAsync();
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await teacher.ListAsync(RosterKind.OwnSettingJoiners, days: days)).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Fact]
    public async Task Joiners_AreThoseWhosePlacementBeganInTheLastDays_AndOfNoOtherSetting()
    {
        await using var world = await World.StartAsync();
        await AddAsync(world, "Before", world.Today.AddDays(-31));
        await AddAsync(world, "First", world.Today.AddDays(-30));
        await AddAsync(world, "Today", world.Today);
        await AddAsync(world, "Gone", world.Today.AddDays(-9), world.Today.AddDays(-2));
        await AddAsync(world, "Elsewhere", world.Today, organisation: World.Practice);
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await NamesAsync(teacher, RosterKind.OwnSettingJoiners)).ShouldBe(["First", "Today"]);
        (await NamesAsync(teacher, RosterKind.OwnSettingJoiners, 7)).ShouldBe(["Today"]);
        (await NamesAsync(teacher, RosterKind.OwnSettingJoiners, 90)).ShouldBe(["Before", "First", "Today"]);
    }

    [Fact]
    public async Task Leavers_AreThoseWhosePlacementEndedInTheLastDays_AndWhoAreNotBack()
    {
        await using var world = await World.StartAsync();
        await AddAsync(world, "Before", new DateOnly(2020, 9, 1), world.Today.AddDays(-31));
        await AddAsync(world, "First", new DateOnly(2020, 9, 1), world.Today.AddDays(-30));
        await AddAsync(world, "Here", new DateOnly(2020, 9, 1));
        var back = await AddAsync(world, "Back", new DateOnly(2020, 9, 1), world.Today.AddDays(-20));
        await world.WriteAsync(new ChildWrite { Child = back, ExpectedVersion = 1, Starts = [At(World.School, world.Today.AddDays(-2))] });
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await NamesAsync(teacher, RosterKind.OwnSettingLeavers)).ShouldBe(["First"]);
    }

    [Fact]
    [Trait("Rule", "LIF-5")]
    public async Task Days_AreThoseOfTheUnitedKingdom()
    {
        await using var world = await World.StartAsync();
        await AddAsync(world, "Thirty", new DateOnly(2027, 6, 1));
        await AddAsync(world, "ThirtyOne", new DateOnly(2027, 5, 31));
        world.Host.Clock.SetUtcNow(new DateTimeOffset(2027, 6, 30, 23, 30, 0, TimeSpan.Zero));
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await NamesAsync(teacher, RosterKind.OwnSettingJoiners)).ShouldBe(["Thirty"]);
    }

    [Fact]
    [Trait("Invariant", "I-12"), Trait("Invariant", "I-20"), Trait("Rule", "SHD-10"), Trait("Rule", "LIF-4")]
    public async Task AConcealedOrArchivedChild_LeavesNoGapAndNoFurtherPage()
    {
        await using var world = await World.StartAsync();
        foreach (var (kind, end) in new[] { (RosterKind.OwnSettingJoiners, default(DateOnly?)), (RosterKind.OwnSettingLeavers, world.Today) })
        {
            for (var i = 0; i < 25; i++) await AddAsync(world, $"{kind}{i:D2}", world.Today.AddDays(-3), end);
            world.Shields.Levels[await AddAsync(world, "Aaaa", world.Today.AddDays(-3), end)] = ShieldLevel.Concealed;
            await AddAsync(world, "Aabb", world.Today.AddDays(-3), end, RecordState.Archived);
        }

        var teacher = await world.PersonAsync(Agency.Education, World.School);
        foreach (var kind in new[] { RosterKind.OwnSettingJoiners, RosterKind.OwnSettingLeavers })
        {
            var page = (await teacher.ListAsync(kind)).Value;
            (page.Lines.Count, page.HasMore, page.Lines[0].Value.Summary.FamilyName).ShouldBe((25, false, $"{kind}00"));
            (await teacher.ListAsync(kind, 1)).Value.Lines.ShouldBeEmpty();
        }
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    public async Task AMaskedChild_IsListedWhereTheSettingItselfSaidSo_WithoutItsAuthority()
    {
        await using var world = await World.StartAsync();
        world.Shields.Levels[await AddAsync(world, "Told", world.Today, source: Guid.NewGuid())] = ShieldLevel.Masked;
        world.Shields.Levels[await AddAsync(world, "Own", world.Today)] = ShieldLevel.Masked;
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        var line = (await teacher.ListAsync(RosterKind.OwnSettingJoiners)).Value.Lines.ShouldHaveSingleItem().Value;

        (line.Summary.FamilyName, line.Summary.Authority).ShouldBe(("Own", null));
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task EachPage_IsOneEntry_GrantedOrRefused()
    {
        await using var world = await World.StartAsync();
        await AddAsync(world, "Today", world.Today);
        var teacher = await world.PersonAsync(Agency.Education, World.School);
        var nurse = await world.PersonAsync();

        await teacher.ListAsync(RosterKind.OwnSettingJoiners);
        await nurse.ListAsync(RosterKind.OwnSettingJoiners);

        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Granted)).ShouldHaveSingleItem().ShouldContain("results");
        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Refused)).ShouldHaveSingleItem();
    }

    private static InvolvementStart At(Guid organisation, DateOnly from, DateOnly? to = null, Guid? source = null) =>
        new() { ServiceCode = ServiceCatalogue.School.Code, Organisation = organisation, Start = from, End = to, From = Given.From(source ?? organisation) };

    private static async Task<ChildId> AddAsync(
        World world, string name, DateOnly from, DateOnly? to = null, RecordState state = RecordState.Active, Guid? organisation = null, Guid? source = null)
    {
        var child = Given.Child(identity: Given.Identity(name)) with { State = state, Identifiers = [], Starts = [At(organisation ?? World.School, from, to, source)] };
        (await world.WriteAsync(child)).Succeeded.ShouldBeTrue();
        return child.Child;
    }

    private static async Task<IEnumerable<string>> NamesAsync(Person person, RosterKind kind, int days = 30) =>
        (await person.ListAsync(kind, days: days)).Value.Lines.Select(line => line.Value.Summary.FamilyName);
}
