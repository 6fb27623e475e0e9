using Bunit;
using ContactPoint.Directory.Organisations;
using ContactPoint.Directory.Tests;
using ContactPoint.Modules.Education.Children;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>The lists of the workspace, drawn from the real gate.</summary>
[Trait("Rule", "SEA-9")]
public sealed class ChildrenPageTests
{
    private static readonly Guid Welfare = new("5c000000-0000-4000-8000-000000000021");

    [Theory]
    [InlineData(null)]
    [InlineData("children")]
    [InlineData("joiners")]
    [InlineData("missing-education")]
    public async Task OfANurse_NoListIsOfferedAndNoneIsRead(string? path)
    {
        await using var world = await EducationPages.WorldAsync();
        await AddAsync(world, "Osborne");
        await using var pages = await EducationPages.OfAsync(world, Agency.Health, World.NurseTeam);

        var page = pages.Render<ChildrenPage>(set => set.Add(p => p.Path, path));

        page.WaitForAssertion(() => page.Markup.ShouldContain(path is null ? "No list for you here" : "Your role does not allow this"));
        page.FindAll("tbody tr, nav a").ShouldBeEmpty();
        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Granted)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OfATeacher_TheAuthoritysListsAreNotOffered_AndAreRefusedAndRecordedWhenAskedFor()
    {
        await using var world = await StartAsync();
        await AddAsync(world, "Missing", EducationStatus.MissingEducation);
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);

        var page = pages.Render<ChildrenPage>(set => set.Add(p => p.Path, "missing-education"));

        page.WaitForAssertion(() => page.Find("[role=status]").TextContent.ShouldContain("Your role does not allow this"));
        page.Markup.ShouldNotContain("MISSING,");
        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Refused)).ShouldHaveSingleItem();
        page.Render(set => set.Add(p => p.Path, null));
        page.WaitForAssertion(() => Offers(page).ShouldBe(["My school’s children", "Joiners of the last 30 days", "Leavers of the last 30 days"]));
    }

    [Fact]
    public async Task OfATeacher_TheRollComesFirst_WithoutAConcealedChild_AndNoNumberIsShown()
    {
        await using var world = await StartAsync();
        for (var i = 0; i < 25; i++) await AddAsync(world, $"Name{i:D2}");
        world.Shields.Levels[await AddAsync(world, "Aaaa")] = ShieldLevel.Concealed;
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);

        var page = pages.Render<ChildrenPage>();

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(25));
        page.Find("h1").TextContent.ShouldBe("My school’s children");
        page.Find("tbody th").TextContent.ShouldBe("NAME00, Jayden");
        page.Find("tbody a").GetAttribute("href")!.ShouldStartWith("child/");
        page.FindAll(".cp-pager").ShouldBeEmpty();
        page.Markup.ShouldNotContain(Given.Upn);
        page.Markup.ShouldNotContain("Quillfeather");
    }

    [Fact]
    public async Task EachPageThatIsTurned_IsOneEntry()
    {
        await using var world = await StartAsync();
        for (var i = 0; i < 26; i++) await AddAsync(world, $"Name{i:D2}");
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        var page = pages.Render<ChildrenPage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(25));

        await page.Find(".cp-pager button:last-of-type").ClickAsync(new());

        page.WaitForAssertion(() => page.Find("tbody th").TextContent.ShouldBe("NAME25, Jayden"));
        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Granted)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task OfAnAuthoritysEducationStaff_TheAuthoritysListsAreOffered_EachAtItsAddress()
    {
        await using var world = await StartAsync();
        await AddAsync(world, "Missing", EducationStatus.MissingEducation);
        await AddAsync(world, "Home", EducationStatus.ElectiveHomeEducation);
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, Welfare, Role.DataSteward);

        var page = pages.Render<ChildrenPage>();

        page.WaitForAssertion(() => page.Find("tbody th").TextContent.ShouldBe("MISSING, Jayden"));
        Offers(page).ShouldBe(["Children missing education", "Home educated children"]);
        page.Find("nav a[aria-current=page]").TextContent.ShouldBe("Children missing education");
        page.Render(set => set.Add(p => p.Path, "home-educated"));
        page.WaitForAssertion(() => page.Find("tbody th").TextContent.ShouldBe("HOME, Jayden"));
    }

    [Fact]
    [Trait("Rule", "MOD-3")]
    public async Task WhereTheModuleIsOff_NothingIsRead()
    {
        await using var world = await StartAsync();
        await AddAsync(world, "Osborne");
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        pages.Host.State = Sdk.Modules.ModuleSwitchState.Off;

        var page = pages.Render<ChildrenPage>();

        page.WaitForAssertion(() => page.Find("[role=status]").TextContent.ShouldContain("does not use this part of ContactPoint"));
        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Granted)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "MOD-3")]
    public async Task TheDaysThatTheAuthoritySet_Count()
    {
        await using var world = await StartAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        pages.Host.Values[EducationModule.RecentDays.Key] = "7";

        var page = pages.Render<ChildrenPage>(set => set.Add(p => p.Path, "joiners"));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("Joiners of the last 7 days"));
        (await world.PayloadsAsync(AuditEvents.List, AuditOutcome.Granted)).ShouldHaveSingleItem().ShouldContain("\"days\": 7");
    }

    [Fact]
    public async Task AListWithoutChildren_SaysWhatToDoNext()
    {
        await using var world = await StartAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);

        var page = pages.Render<ChildrenPage>(set => set.Add(p => p.Path, "leavers"));

        page.WaitForAssertion(() => page.Find(".cp-empty").TextContent.ShouldContain("A child who left shows when the next roll has been sent."));
    }

    private static async Task<World> StartAsync()
    {
        var world = await EducationPages.WorldAsync();
        await world.JobAsync(async (pass, unit) =>
        {
            await world.Get<IOrganisationDirectory>().SaveAsync(
                pass, new Organisation { Id = Welfare, Kind = OrganisationKind.AuthorityService, Name = "Education welfare", Agency = Agency.Education, Authority = new("355") }, unit);
            return 0;
        });
        return world;
    }

    private static async Task<ChildId> AddAsync(World world, string name, EducationStatus status = EducationStatus.AtSchool)
    {
        var child = Given.Child(identity: Given.Identity(name));
        child = child with { Education = status, Identifiers = name == "Name00" ? child.Identifiers : [], Starts = status == EducationStatus.AtSchool ? child.Starts : [] };
        (await world.WriteAsync(child)).Succeeded.ShouldBeTrue();
        return child.Child;
    }

    private static IEnumerable<string> Offers(IRenderedComponent<ChildrenPage> page) => page.FindAll("nav.lists a").Select(link => link.TextContent);
}
