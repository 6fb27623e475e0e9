using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>Two super-users of an authority at their modules: one proposes what widens, the other confirms it, the first takes it back.</summary>
public sealed class ModuleDeskTests(SeededData seeded, DemoShell demo, Chromium chromium)
{
    private const string First = "superuser.salford";
    private const string Second = "superuser2.salford";
    private const string Days = "Days that a child counts as a joiner or leaver";

    private static readonly PageGetByLabelOptions Exactly = new() { Exact = true };

    [Fact]
    [Trait("Rule", "MOD-3")]
    [Trait("Rule", "USR-11")]
    public async Task ASettingIsProposed_ConfirmedByASecondPerson_AndUndone()
    {
        var browser = await chromium.LaunchAsync();
        await using var one = await Visit.BeginAsync(browser, await demo.AddressAsync(seeded));
        await using var other = await Visit.BeginAsync(browser, demo.Shell.Address);
        var inspection = new PageInspection(one, "desk");

        await one.SignInAsync(First, () => demo.Tokens.CodeOfAsync(First));
        await one.FollowAsync("Modules of the authority", "Modules of your local authority");
        await inspection.LookAsync("desk");
        await ProposeAsync(one, inspection);
        await ConfirmAsync(other);
        await UndoAsync(one, inspection);
        await one.FollowAsync("Modules", "^Modules$");
        (await one.Page.Locator("tbody tr").Filter(new() { HasText = "Education" }).InnerTextAsync()).ShouldContain("Ready");
        await inspection.LookAsync("operator-modules");

        one.Complaints.ShouldBeEmpty();
        other.Complaints.ShouldBeEmpty();
        inspection.Findings.ShouldBeEmpty();
    }

    private static async Task ProposeAsync(Visit visit, PageInspection inspection)
    {
        await visit.Page.GetByLabel(Days, Exactly).FillAsync("400");
        await CheckAsync(visit);
        await visit.Page.Locator(".cp-error-summary").WaitForAsync();
        await inspection.LookAsync("desk-errors");
        await visit.Page.GetByLabel(Days, Exactly).FillAsync("60");
        await CheckAsync(visit);
        await visit.Page.GetByText("Shows more", new() { Exact = true }).WaitForAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Check what will change" })).ToBeFocusedAsync();
        await inspection.LookAsync("desk-check");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save changes of Education" }).ClickAsync();
        await visit.Page.GetByText("Proposed. It holds as soon as").WaitForAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.GetByLabel(Days, Exactly)).ToHaveValueAsync("30");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Confirm Education: {Days}" })).ToHaveCountAsync(0);
        await inspection.LookAsync("desk-proposed");
    }

    private async Task ConfirmAsync(Visit visit)
    {
        var inspection = new PageInspection(visit, "desk-second");
        await visit.SignInAsync(Second, () => demo.Tokens.CodeOfAsync(Second));
        await visit.FollowAsync("Modules of the authority", "Modules of your local authority");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Confirm Education: {Days}" }).WaitForAsync();
        await inspection.LookAsync("desk");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Confirm Education: {Days}" }).ClickAsync();
        await visit.Page.GetByText("Confirmed. It holds at once.").WaitForAsync();
        await Assertions.Expect(visit.Page.GetByLabel(Days, Exactly)).ToHaveValueAsync("60");
        inspection.Findings.ShouldBeEmpty();
    }

    // Back to fewer days shows less, which one person may do.
    private static async Task UndoAsync(Visit visit, PageInspection inspection)
    {
        await visit.FollowAsync("Home", "Home");
        await visit.FollowAsync("Modules of the authority", "Modules of your local authority");
        await visit.Page.GetByText("Nadia Chaudhry, confirmed by Owen Pritchard").WaitForAsync();
        await inspection.LookAsync("desk-history");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Undo Education: {Days}" }).ClickAsync();
        await visit.Page.GetByText("Saved. It holds at once.").WaitForAsync();
        await Assertions.Expect(visit.Page.GetByLabel(Days, Exactly)).ToHaveValueAsync("30");
    }

    private static Task CheckAsync(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check changes of Education" }).ClickAsync();
}
