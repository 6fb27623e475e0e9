using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Shielding;
using ContactPoint.Testing;

namespace ContactPoint.Directory.Tests.Involvement;

/// <summary>Children missing education and children educated at home, for the education staff of their authority. The clock stands at 23 November 2026.</summary>
[Trait("Rule", "SEA-9")]
[Trait("Rule", "REC-5")]
public sealed class AuthorityRosterTests
{
    private static readonly Guid Welfare = new("5c000000-0000-4000-8000-000000000021");
    private static readonly Guid WelfareElsewhere = new("5c000000-0000-4000-8000-000000000022");
    private static readonly Guid DutyTeam = new("5c000000-0000-4000-8000-000000000023");
    private static readonly RosterKind[] Kinds = [RosterKind.MissingEducation, RosterKind.HomeEducated];

    [Theory]
    [InlineData(Agency.Education, Role.Practitioner, "school")]
    [InlineData(Agency.Health, Role.Practitioner, "nurses")]
    [InlineData(Agency.SocialCare, Role.Practitioner, "duty team")]
    [InlineData(Agency.Education, Role.Practitioner, "duty team")]
    [InlineData(Agency.Health, Role.Practitioner, "welfare")]
    [InlineData(Agency.Education, Role.PractitionerSupport, "welfare")]
    [InlineData(Agency.Education, Role.Broker, "welfare")]
    [InlineData(Agency.Education, Role.SuperUser, "welfare")]
    [InlineData(Agency.Education, Role.Practitioner, "welfare elsewhere")]
    public async Task Lists_ForWhoIsNotEducationStaffOfTheAuthority_AreRefused(Agency agency, Role role, string where)
    {
        await using var world = await StartAsync();
        var organisation = where switch { "school" => World.School, "nurses" => World.NurseTeam, "duty team" => DutyTeam, "welfare" => Welfare, _ => WelfareElsewhere };
        var person = await world.PersonAsync(agency, organisation, role: role);

        foreach (var kind in Kinds) (await person.ListAsync(kind)).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Fact]
    public async Task Lists_ForANationalScope_AreRefused()
    {
        await using var world = await StartAsync();
        var person = await world.PersonAsync(Agency.Education, Welfare, authority: null);

        foreach (var kind in Kinds) (await person.ListAsync(kind)).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Fact]
    public async Task Lists_WithNoFittingPurpose_AreRefused()
    {
        await using var world = await StartAsync();
        var user = await world.Host.Users.CreateAsync(Agency.Education, Role.Practitioner, [Purpose.SafeguardingEnquiry], organisation: Welfare);
        var person = new Person(world, await world.Host.Users.SignInAsync(user));

        foreach (var kind in Kinds) (await person.ListAsync(kind)).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Theory]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.DataSteward)]
    public async Task Lists_HoldTheChildrenOfThatAuthority(Role role)
    {
        await using var world = await StartAsync();
        await AddAsync(world, "Missing", EducationStatus.MissingEducation);
        await AddAsync(world, "Home", EducationStatus.ElectiveHomeEducation);
        await AddAsync(world, "MissingElsewhere", EducationStatus.MissingEducation, authority: "352");
        await AddAsync(world, "HomeElsewhere", EducationStatus.ElectiveHomeEducation, authority: "352");
        var person = await world.PersonAsync(Agency.Education, Welfare, role: role);
        var elsewhere = await world.PersonAsync(Agency.Education, WelfareElsewhere, role: role, authority: "352");

        (await NamesAsync(person, RosterKind.MissingEducation)).ShouldBe(["Missing"]);
        (await NamesAsync(person, RosterKind.HomeEducated)).ShouldBe(["Home"]);
        (await NamesAsync(elsewhere, RosterKind.MissingEducation)).ShouldBe(["MissingElsewhere"]);
        (await NamesAsync(elsewhere, RosterKind.HomeEducated)).ShouldBe(["HomeElsewhere"]);
    }

    [Fact]
    public async Task Missing_IsWhoHasNoSchoolAndNoOtherEducation()
    {
        await using var world = await StartAsync();
        await AddAsync(world, "Placed", EducationStatus.Unknown, World.School);
        await AddAsync(world, "NoLonger", EducationStatus.Unknown, World.School, world.Today.AddDays(-1));
        await AddAsync(world, "Never", EducationStatus.Unknown);
        await AddAsync(world, "StillBelow", EducationStatus.BelowSchoolAge);
        await AddAsync(world, "Alternative", EducationStatus.AlternativeProvision);
        await AddAsync(world, "Home", EducationStatus.ElectiveHomeEducation);
        await AddAsync(world, "AtSchool", EducationStatus.AtSchool, World.School);
        await AddAsync(world, "PlacedAndMissing", EducationStatus.MissingEducation, World.School);
        var person = await world.PersonAsync(Agency.Education, Welfare);

        (await NamesAsync(person, RosterKind.MissingEducation)).ShouldBe(["Never", "NoLonger", "PlacedAndMissing", "StillBelow"]);
    }

    // Of school age on 23 November 2026: who was 5 by 31 August, and is not yet past the June of the year of being 16.
    [Theory]
    [InlineData("2021-09-01", false)]
    [InlineData("2021-08-31", true)]
    [InlineData("2020-12-31", true)]
    [InlineData("2010-09-01", true)]
    [InlineData("2010-08-31", false)]
    [InlineData("2009-12-31", false)]
    public async Task Missing_AreChildrenOfSchoolAgeAlone(string born, bool listed)
    {
        await using var world = await StartAsync();
        await AddAsync(world, "Missing", EducationStatus.MissingEducation, born: DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture));
        var person = await world.PersonAsync(Agency.Education, Welfare);

        (await NamesAsync(person, RosterKind.MissingEducation)).Count.ShouldBe(listed ? 1 : 0);
    }

    [Fact]
    [Trait("Invariant", "I-12"), Trait("Invariant", "I-14"), Trait("Invariant", "I-20"), Trait("Rule", "SHD-2"), Trait("Rule", "SHD-10"), Trait("Rule", "LIF-4"), Trait("Rule", "SHD-6")]
    public async Task AConcealedMaskedArchivedOrProvisionalChild_LeavesNoGapAndNoFurtherPage()
    {
        await using var world = await StartAsync();
        foreach (var status in new[] { EducationStatus.MissingEducation, EducationStatus.ElectiveHomeEducation })
        {
            for (var i = 0; i < 25; i++) await AddAsync(world, $"Name{i:D2}", status);
            world.Shields.Levels[await AddAsync(world, "Aaaa", status)] = ShieldLevel.Concealed;
            world.Shields.Levels[await AddAsync(world, "Aabb", status)] = ShieldLevel.Masked;
            await AddAsync(world, "Aacc", status, state: RecordState.Archived);
            await AddAsync(world, "Aadd", status, state: RecordState.Provisional);
        }

        var person = await world.PersonAsync(Agency.Education, Welfare);
        foreach (var kind in Kinds)
        {
            var page = (await person.ListAsync(kind)).Value;
            (page.Lines.Count, page.HasMore, page.Lines[0].Value.Summary.FamilyName).ShouldBe((25, false, "Name00"));
            (await person.ListAsync(kind, 1)).Value.Lines.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Lists_AreReadFromAnIndexOfThoseWhoAreNotAtSchool()
    {
        await using var world = await StartAsync();
        var plan = await world.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        {
            if (unit.Provider is not DatabaseProvider.Sqlite) return "authority_birth_year_child_id_education";
            var steps = new List<string>();
            var command = unit.Prepare("EXPLAIN QUERY PLAN " + MissingEducationRoster.Members, "authority", "oldest", "leaving", "youngest");
            foreach (System.Data.Common.DbParameter parameter in command.Parameters) parameter.Value = DBNull.Value;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
            return string.Join('\n', steps);
        });

        plan.ShouldContain("authority_birth_year_child_id_education");
        plan.ShouldNotContain("SCAN c");
        plan.ShouldNotContain("TEMP B-TREE");
    }

    private static async Task<World> StartAsync()
    {
        var world = await World.StartAsync();
        await world.JobAsync(async (pass, unit) =>
        {
            var directory = world.Get<IOrganisationDirectory>();
            Organisation Service(Guid id, Agency agency, string authority) =>
                new() { Id = id, Kind = OrganisationKind.AuthorityService, Name = "Service", Agency = agency, Authority = new(authority) };
            await directory.SaveAsync(pass, Service(Welfare, Agency.Education, "355"), unit);
            await directory.SaveAsync(pass, Service(WelfareElsewhere, Agency.Education, "352"), unit);
            await directory.SaveAsync(pass, Service(DutyTeam, Agency.SocialCare, "355"), unit);
            return 0;
        });
        return world;
    }

    private static async Task<ChildId> AddAsync(
        World world, string name, EducationStatus status, Guid? school = null, DateOnly? until = null, DateOnly? born = null, string authority = "355", RecordState state = RecordState.Active)
    {
        var child = Given.Child(identity: Given.Identity(name, born: born)) with
        {
            State = state,
            Supplier = state == RecordState.Provisional ? World.School : null,
            Authority = new(authority),
            Education = status,
            Identifiers = [],
            Starts = school is { } placed ? [new InvolvementStart { ServiceCode = ServiceCatalogue.School.Code, Organisation = placed, Start = new DateOnly(2020, 9, 1), End = until, From = Given.From() }] : [],
        };
        (await world.WriteAsync(child)).Succeeded.ShouldBeTrue();
        return child.Child;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Person person, RosterKind kind) =>
        [.. (await person.ListAsync(kind)).Value.Lines.Select(line => line.Value.Summary.FamilyName)];
}
