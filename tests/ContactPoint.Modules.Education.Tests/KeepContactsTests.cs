using Bunit;
using ContactPoint.Directory.Tests;
using ContactPoint.Modules.Education.Contacts;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>A school's own staff keep whom to reach there.</summary>
public sealed class KeepContactsTests
{
    private static readonly ContactForm Lead = new() { Function = SchoolFunction.SafeguardingLead, ExpectedVersion = 0, Name = "Helen Ashworth", Phone = "0161 496 0100", Availability = "Not Fridays" };

    [Theory]
    [Trait("Rule", "USR-4")]
    [InlineData(Agency.Health, Role.Practitioner)]
    [InlineData(Agency.Education, Role.DataSteward)]
    [InlineData(Agency.Education, Role.SuperUser)]
    public async Task Save_ByWhoMayNot_IsRefused(Agency agency, Role role)
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, agency, World.School, role);

        (await pages.Keeping.SaveAsync(Lead)).Error.ShouldBe(EducationErrors.NotYours);
        (await pages.Keeping.ReadAsync()).Error.ShouldBe(EducationErrors.NotYours);
    }

    [Theory]
    [Trait("Rule", "MOD-3")]
    [InlineData(ModuleSwitchState.Off)]
    [InlineData(ModuleSwitchState.ReadOnly)]
    public async Task Save_WhereTheModuleIsOffOrReadOnly_IsRefused(ModuleSwitchState state)
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        pages.Host.State = state;

        (await pages.Keeping.SaveAsync(Lead)).Error.ShouldBe(state == ModuleSwitchState.Off ? SwitchErrors.Off : SwitchErrors.ReadOnly);
    }

    [Theory]
    [Trait("Rule", "REC-1")]
    [InlineData("", "0161 496 0100", null, null, "name")]
    [InlineData("=cmd", "0161 496 0100", null, null, "name")]
    [InlineData("Helen", null, null, null, "phone")]
    [InlineData("Helen", "ask me", null, null, "phone")]
    [InlineData("Helen", null, "helen@school", null, "email")]
    [InlineData("Helen", "0161 496 0100", null, "121", "availability")]
    public async Task Save_OfWhatIsWrong_SaysWhichField_AndWritesNothing(string name, string? phone, string? email, string? availability, string field)
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);

        var outcome = (await pages.Keeping.SaveAsync(Lead with { Name = name, Phone = phone, Email = email, Availability = availability is null ? null : new string('x', 121) })).Value;

        outcome.Problems.ShouldHaveSingleItem().Code.ShouldBe(field);
        (await pages.Keeping.ReadAsync()).Value.ShouldAllBe(entry => entry.Version == 0);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task Save_IsOfTheOwnSchoolAlone_Sealed_AndRecordedWithBeforeAndAfter()
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        await using var elsewhere = await EducationPages.OfAsync(world, Agency.Education, World.Practice);

        (await pages.Keeping.SaveAsync(Lead)).Value.IsSaved.ShouldBeTrue();
        (await pages.Keeping.SaveAsync(Lead with { ExpectedVersion = 1, Name = "Ruth Blake" })).Value.IsSaved.ShouldBeTrue();

        (await pages.Keeping.ReadAsync()).Value.Single(entry => entry.Function == SchoolFunction.SafeguardingLead).ShouldBe(new ContactEntry(SchoolFunction.SafeguardingLead, 2, Lead.Contact with { Name = "Ruth Blake" }));
        (await elsewhere.Keeping.ReadAsync()).Value.ShouldAllBe(entry => entry.Contact == null);
        var entries = await world.PayloadsAsync(KeepContactsHandler.Changed, AuditOutcome.Granted);
        entries.Count.ShouldBe(2);
        entries[0].ShouldContain("Helen Ashworth");
        entries[0].ShouldContain("Ruth Blake");
        foreach (var file in System.IO.Directory.EnumerateFiles(world.Host.DataDirectory, "contactpoint.db*"))
            System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("Ashworth");
    }

    [Fact]
    [Trait("Invariant", "I-43")]
    public async Task Page_OfTheLoser_ShowsBothValues_AndWritesNothingUntilSavedAgain()
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        await using var colleague = await EducationPages.OfAsync(world, Agency.Education, World.School, Role.PractitionerSupport);
        var page = pages.Render<ContactsPage>();
        page.WaitForAssertion(() => page.FindAll("button").Count.ShouldBe(5));
        await page.FindAll("button")[0].ClickAsync(new());
        await colleague.Keeping.SaveAsync(Lead);

        await page.Find("#contact-name").ChangeAsync(new() { Value = "Ruth Blake" });
        await page.Find("#contact-phone").ChangeAsync(new() { Value = "0161 496 0199" });
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.Find(".cp-banner").TextContent.ShouldContain("Somebody else changed this first"));
        page.Find(".cp-banner").TextContent.ShouldContain("Helen Ashworth");
        page.Find(".cp-banner").TextContent.ShouldContain("Ruth Blake");
        (await colleague.Keeping.ReadAsync()).Value[0].Contact!.Name.ShouldBe("Helen Ashworth");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".cp-banner").TextContent.ShouldContain("Saved: Designated safeguarding lead."));
        (await colleague.Keeping.ReadAsync()).Value[0].ShouldBe(new ContactEntry(SchoolFunction.SafeguardingLead, 2, new SchoolContact("Ruth Blake", "0161 496 0199", null, null)));
    }

    [Fact]
    public async Task Save_OfBlanks_TakesTheEntryAway()
    {
        await using var world = await EducationPages.WorldAsync();
        await using var pages = await EducationPages.OfAsync(world, Agency.Education, World.School);
        await pages.Keeping.SaveAsync(Lead);

        await pages.Keeping.SaveAsync(new ContactForm { Function = SchoolFunction.SafeguardingLead, ExpectedVersion = 1 });

        (await pages.Keeping.ReadAsync()).Value[0].ShouldBe(new ContactEntry(SchoolFunction.SafeguardingLead, 0, null));
    }
}
