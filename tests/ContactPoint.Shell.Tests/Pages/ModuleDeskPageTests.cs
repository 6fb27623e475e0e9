using Bunit;
using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Modules;
using ContactPoint.Shell.Modules.Desk;
using ContactPoint.Shell.Tests.Pages.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

/// <summary>The desk of a super-user for the authority's modules, and the door before a module's pages.</summary>
[Trait("Rule", "MOD-3")]
public sealed class ModuleDeskPageTests : PageContext
{
    private static readonly Guid Id = new("55555555-5555-4555-8555-555555555555");

    private static readonly ModuleSetting Switch = new()
    {
        Key = "sample",
        Words = "Switch",
        Kind = SettingKind.Choice,
        Choices = [new("off", "Off"), new("read-only", "Read-only"), new("on", "On")],
        Default = "off",
        Widens = SettingWidens.Up,
    };

    private static readonly ModuleSetting Days = new() { Key = "sample.keep-days", Words = "Days kept", Kind = SettingKind.WholeNumber, Minimum = 1, Maximum = 99, Default = "30", Widens = SettingWidens.Up };
    private static readonly ModuleSetting Opens = new() { Key = "sample.opens", Words = "Opens at", Kind = SettingKind.TimeOfDay, Default = "07:30", Widens = SettingWidens.None };
    private static readonly ModuleSetting Weekend = new() { Key = "sample.weekend", Words = "Weekends too", Kind = SettingKind.YesNo, Default = "no", Widens = SettingWidens.None };

    public ModuleDeskPageTests() => Person.Caller = Made.Caller(Role.SuperUser, Agency.Administration);

    [Fact]
    public void ForSomebodyElse_ItShowsTheRefusalAlone()
    {
        Desk.View = new Error("module-desk.not-super-user", "Only super-users.");

        var page = Render<ModuleDeskPage>();

        page.Find(".cp-refusal").TextContent.ShouldContain("Only super-users.");
        page.FindAll("form").ShouldBeEmpty();
    }

    [Fact]
    public void AWrongValue_IsSaidAtItsField_AndNothingIsAsked()
    {
        var page = Open();

        page.Find("#sample-sample-keep-days").Change("1000");
        page.Find("form").Submit();

        page.Find("#sample-sample-keep-days-error").TextContent.ShouldContain("Enter a whole number from 1 to 99.");
        Desk.Acts.ShouldBeEmpty();
    }

    [Fact]
    public void AChange_IsShownBeforeItIsMade_WithWhatItWidens()
    {
        var page = Open();

        page.Find("#sample-sample-keep-days").Change("60");
        page.Find("#sample-sample-opens").Change("8:00");
        page.Find("#sample-sample-1").Change("read-only");
        page.Find("form").Submit();

        page.Markup.ShouldContain("from On to Read-only");
        page.Markup.ShouldContain("from 30 to 60");
        page.Markup.ShouldContain("from 07:30 to 08:00");
        page.FindAll(".cp-tag").Count(tag => tag.TextContent.Contains("Shows more", StringComparison.Ordinal)).ShouldBe(1);
        Desk.Acts.ShouldBeEmpty();

        Button(page, "Save").Click();
        Desk.Acts.ShouldBe(["sample: on to read-only", "sample.keep-days: 30 to 60", "sample.opens: 07:30 to 08:00"]);
        page.Markup.ShouldContain("Saved. It holds at once.");
    }

    [Fact]
    public void GoingBack_ChangesNothing_AndKeepsWhatWasTyped()
    {
        var page = Open();
        page.Find("#sample-sample-keep-days").Change("60");
        page.Find("form").Submit();

        Button(page, "Go back").Click();

        page.Find("#sample-sample-keep-days").GetAttribute("value").ShouldBe("60");
        Desk.Acts.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "USR-11")]
    public void OnesOwnProposal_CanBeTakenBackAlone()
    {
        var page = Open(mine: true);

        page.FindAll("button").ShouldNotContain(button => button.TextContent.Contains("Confirm", StringComparison.Ordinal));
        Button(page, "Take back").Click();
        Desk.Acts.ShouldBe([$"refuse {Id}"]);
    }

    [Fact]
    public void AnothersProposal_IsConfirmedOrRefused()
    {
        var page = Open(mine: false);

        Button(page, "Confirm").GetAttribute("aria-label").ShouldBe("Confirm Sample: Days kept");
        Button(page, "Confirm").Click();
        Button(page, "Refuse").Click();
        Desk.Acts.ShouldBe([$"confirm {Id}", $"refuse {Id}"]);
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public void WhereAFreshCodeIsNeeded_ItIsAskedFor()
    {
        Desk.Act = new Error("act.step-up", "Enter a fresh code from your token first.");
        var page = Open(mine: false);

        Button(page, "Confirm").Click();

        page.FindAll("#step-up-code").ShouldHaveSingleItem();
    }

    [Fact]
    public void AChangeThatStillHolds_HasAWayBack()
    {
        var page = Open();

        page.FindAll("tbody tr").Count.ShouldBe(2);
        page.FindAll("tbody tr")[0].TextContent.ShouldContain("Amina Warsame, confirmed by Tess Tang");
        page.FindAll("tbody button").ShouldHaveSingleItem().Click();
        Desk.Acts.ShouldBe([$"undo {Id}"]);
    }

    [Fact]
    public void TheDoor_ShowsOnePlainPage_WhereTheModuleIsOff_AndClosesWhileThePageIsOpen()
    {
        Services.AddSingleton(Made.Modules());
        Desk.State = ModuleSwitchState.ReadOnly;
        var page = Render<ModuleDoor>(door => door.Add(one => one.Module, "sample").AddChildContent("<p>of the module</p>"));
        page.Markup.ShouldContain("of the module");

        Desk.State = ModuleSwitchState.Off;
        Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => page.Markup.ShouldContain("Not used by your local authority"));
        page.Markup.ShouldNotContain("of the module");
    }

    [Theory]
    [InlineData(ModuleSwitchState.Off, false)]
    [InlineData(ModuleSwitchState.ReadOnly, true)]
    public void TheRail_LeadsToModulesThatAreNotOff(ModuleSwitchState state, bool leads)
    {
        Person.Caller = Made.Nurse();
        Services.AddSingleton(Made.Modules());
        Desk.State = state;

        Render<MainLayout>().FindAll("#cp-rail a").Any(link => link.GetAttribute("href") == "m/sample").ShouldBe(leads);
    }

    private IRenderedComponent<ModuleDeskPage> Open(bool? mine = null)
    {
        var now = new LocalSetting(Days, "30");
        Desk.View = new ModuleDeskView(
            new LocalAuthorityCode("355"),
            [new ModuleDeskEntry("sample", "Sample", new LocalSetting(Switch, "on"), [now, new LocalSetting(Opens, "07:30"), new LocalSetting(Weekend, "no")])],
            mine is { } own ? [new ModuleProposal(Id, "Sample", now with { Value = "60" }, "30", own, Made.Now.AddDays(7))] : [],
            [
                new ModuleChangeMade(Id, Made.Now, "Sample", now, "7", "Amina Warsame", "Tess Tang", true),
                new ModuleChangeMade(Guid.Empty, Made.Now, "Sample", now with { Value = "7" }, "30", "Amina Warsame", null, false),
            ]);
        return Render<ModuleDeskPage>();
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ModuleDeskPage> page, string words) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == words);
}
