using ContactPoint.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>A school's pastoral lead in the workspace of Education: the lists that follow the roll, and whom colleagues reach at the school.</summary>
internal sealed class SchoolJourney(Visit visit, PageInspection inspection)
{
    private const string Lead = "Rosalind Hartley";

    private IPage Page => visit.Page;

    public async Task ReadListsAsync()
    {
        await visit.FollowAsync("Lists of children", "My school’s children");
        await Page.Locator("tbody tr").First.WaitForAsync();
        await inspection.LookAsync("school-children");
        await ListAsync("Joiners of the last 30 days", "FAIRCLOUGH, Ottoline");
        await inspection.LookAsync("school-joiners");
        await ListAsync("Leavers of the last 30 days", null);
        await inspection.LookAsync("school-leavers");
        await Page.GotoAsync("m/education/missing-education");
        await visit.HeadingAsync("Children missing education");
        await Page.Locator(".cp-banner--warning").WaitForAsync();
        await inspection.LookAsync("school-refused");
        await visit.FollowAsync("Help for education staff", "Help for education staff");
        await inspection.LookAsync("school-help");
    }

    /// <summary>Says whom to reach; what is wrong is said first.</summary>
    public async Task KeepContactAsync()
    {
        await visit.FollowAsync("Whom to reach at your school", "Whom to reach at your school");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Change Designated safeguarding lead" }).ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Lead);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Page.Locator(".cp-error-summary").WaitForAsync();
        await inspection.LookAsync("school-contact-errors");
        await Page.GetByLabel("Telephone").FillAsync("0161 496 0123");
        await Page.GetByLabel("E-mail").FillAsync("r.hartley@st-lukes.example");
        await Page.GetByLabel("When best reached").FillAsync("Monday to Thursday, 8 to 4");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Page.GetByText("Saved: Designated safeguarding lead.").WaitForAsync();
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await inspection.LookAsync("school-contacts");
    }

    /// <summary>What was kept stands on the record of a child of the school.</summary>
    public async Task FindItOnARecordAsync()
    {
        await visit.FollowAsync("Find a child", "Find a child");
        await OsborneSearch.StateAsync(visit);
        await OsborneSearch.FillAsync(visit);
        await OsborneSearch.OpenAsync(visit, await OsborneSearch.FindAsync(visit));
        (await Page.GetByRole(AriaRole.Region, new() { Name = "Whom to reach at the school" }).InnerTextAsync()).ShouldContain(Lead);
        await inspection.LookAsync("school-child");
    }

    private async Task ListAsync(string list, string? expected)
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Lists of children" }).GetByRole(AriaRole.Link, new() { Name = list }).ClickAsync();
        await visit.HeadingAsync(list);
        await Page.Locator("tbody tr").Filter(new() { HasText = expected }).First.WaitForAsync();
    }
}
