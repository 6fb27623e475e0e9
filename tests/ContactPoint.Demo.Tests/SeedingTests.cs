using ContactPoint.Demo.People;
using ContactPoint.Demo.Seeding;
using ContactPoint.Directory.Organisations;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Testing;

namespace ContactPoint.Demo.Tests;

public sealed class SeedingTests
{
    [Fact]
    public async Task Seed_OutsideDevelopment_IsRefused()
    {
        await using var host = await DemoHost.StartAsync("Production");
        var seeded = await host.Get<IDemoSeeder>().SeedAsync();
        seeded.Error.ShouldBe(DemoErrors.NotDevelopment);
        (await host.Get<IDemoPeople>().ListAsync()).Error.ShouldBe(DemoErrors.NotDevelopment);
        (await host.Get<ISyntheticMarker>().IsSetAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Seed_OfADatabaseWithUsers_IsRefusedAndLeavesItUnmarked()
    {
        await using var host = await DemoHost.StartAsync();
        await host.Users.CreateAsync();
        var seeded = await host.Get<IDemoSeeder>().SeedAsync();
        seeded.Error.ShouldBe(DemoErrors.NotSynthetic);
        (await host.Get<ISyntheticMarker>().IsSetAsync()).ShouldBeFalse();
        File.Exists(Path.Combine(host.DataDirectory, "demo", "people.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task Seed_OfADatabaseWithOrganisations_IsRefused()
    {
        await using var host = await DemoHost.StartAsync();
        var pass = await JobAsync(host, JobName.Organisations);
        var school = new Organisation { Id = new Guid(1, 2, 3, new byte[8]), Kind = OrganisationKind.School, Name = "A real school", Agency = Agency.Education };
        await host.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            await host.Get<IOrganisationDirectory>().SaveAsync(pass, school, unit);
            return true;
        });
        (await host.Get<IDemoSeeder>().SeedAsync()).Error.ShouldBe(DemoErrors.NotSynthetic);
        (await host.Get<ISyntheticMarker>().IsSetAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task People_OfAnUnmarkedDatabase_AreRefusedEvenWithAStore()
    {
        await using var host = await DemoHost.StartAsync();
        System.IO.Directory.CreateDirectory(Path.Combine(host.DataDirectory, "demo"));
        await File.WriteAllTextAsync(Path.Combine(host.DataDirectory, "demo", "people.json"), "{\"nurse.salford\":\"JBSWY3DPEHPK3PXP\"}");
        (await host.Get<IDemoPeople>().ListAsync()).Error.ShouldBe(DemoErrors.NotSynthetic);
    }

    [Fact]
    public async Task Marker_UnderAnotherJob_IsRefused()
    {
        await using var host = await DemoHost.StartAsync();
        var pass = await JobAsync(host, JobName.FeedApply);
        var marked = await host.Get<IUnitOfWorkFactory>().RunAsync(unit => host.Get<ISyntheticMarker>().SetAsync(pass, unit));
        marked.Succeeded.ShouldBeFalse();
        (await host.Get<ISyntheticMarker>().IsSetAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Seed_OfAnEmptyDatabase_MarksItAndOpensTheAccounts()
    {
        await using var host = await DemoHost.StartAsync();
        var steps = new List<DemoProgress>();
        var seeded = await host.Get<IDemoSeeder>().SeedAsync(new Steps(steps));
        seeded.Value.ShouldBe(new DemoSeeding(300, Cast.All.Count));
        (await host.Get<ISyntheticMarker>().IsSetAsync()).ShouldBeTrue();
        steps.ShouldContain(new DemoProgress("children", 300, 300));
        var people = await host.Get<IDemoPeople>().ListAsync();
        people.Value.Select(person => person.UserName).ShouldBe(Cast.All.Select(member => member.UserName));
        people.Value.ShouldAllBe(person => person.Code.Length == 6 && person.SecondsLeft >= 1 && person.SecondsLeft <= 30);
    }

    [Fact]
    public async Task Seed_ASecondTime_DoesNothing()
    {
        await using var host = await DemoHost.StartAsync(children: 20);
        await host.Get<IDemoSeeder>().SeedAsync();
        (await host.Get<IDemoSeeder>().SeedAsync()).Value.ShouldBe(new DemoSeeding(0, 0));
    }

    [Fact]
    public async Task Seed_WhenItsStoreIsLost_EnrolsFreshTokensOnly()
    {
        await using var host = await DemoHost.StartAsync(children: 20);
        await host.Get<IDemoSeeder>().SeedAsync();
        File.Delete(Path.Combine(host.DataDirectory, "demo", "people.json"));
        (await host.Get<IDemoSeeder>().SeedAsync()).Value.ShouldBe(new DemoSeeding(0, Cast.All.Count));
        await SignInAsync(host, "nurse.salford");
    }

    [Fact]
    public async Task Store_IsReadableByItsOwnerAlone()
    {
        await using var host = await DemoHost.StartAsync(children: 20);
        await host.Get<IDemoSeeder>().SeedAsync();
        if (OperatingSystem.IsWindows()) Assert.Skip("Windows has other means.");
        else File.GetUnixFileMode(Path.Combine(host.DataDirectory, "demo", "people.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task EveryDemoPerson_SignsInWithTheCodeOfThePage()
    {
        await using var host = await DemoHost.StartAsync(children: 20);
        await host.Get<IDemoSeeder>().SeedAsync();
        foreach (var member in Cast.All)
        {
            var caller = await SignInAsync(host, member.UserName);
            caller.Holds(member.Role).ShouldBeTrue();
            caller.DisplayName.ShouldBe(member.Name);
            (caller.PractitionerId is not null).ShouldBe(member.IsPractitioner);
        }
    }

    [Fact]
    [Trait("Rule", "SEA-9")]
    public async Task TheWelfareOfficer_HasTheListsOfTheAuthority_AndTheSchoolHasNot()
    {
        await using var host = await DemoHost.StartAsync(children: 20);
        await host.Get<IDemoSeeder>().SeedAsync();
        var (school, officer) = (await SignInAsync(host, "school.stlukes"), await SignInAsync(host, "education.salford"));
        foreach (var kind in new[] { RosterKind.MissingEducation, RosterKind.HomeEducated })
        {
            (await host.Get<IRecordGate>().ListAsync(school, new RosterRequest(kind, 0))).Error.ShouldBe(GateErrors.OutOfRole);
            (await host.Get<IRecordGate>().ListAsync(officer, new RosterRequest(kind, 0))).Succeeded.ShouldBeTrue();
        }
    }

    [Fact]
    [Trait("Rule", "SEA-3")]
    public async Task TheNurse_FindsTheStoryChildByAMisspeltName()
    {
        await using var host = await DemoHost.StartAsync(children: 2_000);
        await host.Get<IDemoSeeder>().SeedAsync();
        var nurse = await SignInAsync(host, "nurse.salford");
        await host.Get<IChildIndex>().CatchUpAsync();
        var found = await host.Get<IRecordGate>().SearchAsync(nurse, new SearchRequest(
            new AccessStatement(Purpose.UrgentCare, Relationship.PresentWithMe),
            new SearchCriteria { FamilyName = "Osborn", GivenName = "Jaydon", DateOfBirth = new DateOnly(2015, 3, 14) }));
        var first = found.Value.Results[0].Value;
        (first.Summary.FamilyName, first.Summary.GivenName, first.Summary.BirthYear, first.Summary.Authority!.Value.Value).ShouldBe(("Osborne", "Jayden", 2015, "355"));
        first.Reasons.ShouldNotBeEmpty();
        var pass = await host.Get<IRecordGate>().OpenAsync(nurse, new OpenRequest(new AccessStatement(Purpose.UrgentCare, Relationship.PresentWithMe), first.Handle));
        pass.Succeeded.ShouldBeTrue();
    }

    private static async Task<CallerContext> SignInAsync(KernelHost host, string userName)
    {
        var person = (await host.Get<IDemoPeople>().ListAsync()).Value.Single(person => person.UserName == userName);
        var attempt = await host.Get<ISignIn>().BeginAsync(userName, DemoPerson.Password, "127.0.0.1");
        var session = await host.Get<ISignIn>().CompleteAsync(attempt, person.Code, "127.0.0.1");
        return await host.Users.CallerAsync(session.Value.SessionId);
    }

    private static async Task<JobPass> JobAsync(KernelHost host, JobName job) =>
        (await host.Get<IRecordGate>().BeginJobAsync(await host.SystemAsync(), job)).Value;

    private sealed class Steps(List<DemoProgress> steps) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => steps.Add(value);
    }
}
