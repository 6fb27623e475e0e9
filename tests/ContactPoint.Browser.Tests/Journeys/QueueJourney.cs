using ContactPoint.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>A data steward decides the one row of the roll that may mean a child of another school, each way, and undoes it.</summary>
internal sealed class QueueJourney(Visit visit, PageInspection inspection)
{
    private const string Row = "WINTERBOURNE, Tamzin";
    private const string Child = "WINTERBOURNE, Tamsin Rose";

    private IPage Page => visit.Page;

    private ILocator Beside => Page.GetByRole(AriaRole.Region, new() { Name = $"In the directory: {Child}" });

    public async Task DecideAsync()
    {
        await visit.FollowAsync("Rows that wait", "Rows that wait");
        await Page.GetByRole(AriaRole.Link, new() { Name = Row }).WaitForAsync();
        await inspection.LookAsync("queue");
        await LinkAsync();
        await UndoAsync("Linked");
        await inspection.LookAsync("queue-undone");
        await MakeNewAsync();
        await UndoAsync("New record");
        await WaitsAgainAsync();
    }

    private async Task LinkAsync()
    {
        await OpenAsync();
        (await Beside.InnerTextAsync()).ShouldContain("Barton Moss Primary School");
        (await Beside.Locator(".cp-waterfall").InnerTextAsync()).ShouldContain("Pupil number");
        await Beside.GetByText("Show as a table").ClickAsync();
        await inspection.LookAsync("queue-row");
        await Beside.GetByRole(AriaRole.Button, new() { Name = $"Link to {Child}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByText($"The record of {Child} takes on").WaitForAsync();
        await inspection.LookAsync("queue-link");
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Link", Exact = true }).ClickAsync();
        await Page.GetByText("Nothing waits").WaitForAsync();
        await Page.GetByText("The child’s record has taken on what the school says.").WaitForAsync();
        await inspection.LookAsync("queue-empty");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Decided" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Undo the decision about {Row}" }).WaitForAsync();
        await inspection.LookAsync("queue-decided");
    }

    private async Task MakeNewAsync()
    {
        await WaitsAgainAsync();
        await OpenAsync();
        await Beside.GetByRole(AriaRole.Button, new() { Name = $"Not the same child as {Child}" }).ClickAsync();
        await Assertions.Expect(Beside).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await inspection.LookAsync("queue-row-alone");
        await Page.GetByRole(AriaRole.Button, new() { Name = "New record" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "New record" }).ClickAsync();
        await Page.GetByText("Nothing waits").WaitForAsync();
    }

    private async Task UndoAsync(string decision)
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Decided" }).ClickAsync();
        var line = Page.Locator("tbody tr").Filter(new() { HasText = decision }).Filter(new() { Has = Page.GetByRole(AriaRole.Button) });
        await line.WaitForAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = $"Undo the decision about {Row}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Undo the decision" }).ClickAsync();
        await Page.GetByText("The record is as it was before. The row waits again.").WaitForAsync();
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
    }

    private async Task WaitsAgainAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Waiting" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = Row }).WaitForAsync();
    }

    private async Task OpenAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = Row }).ClickAsync();
        await visit.HeadingAsync("Whom does this row mean");
        await Page.GetByText("What the school says").WaitForAsync();
    }
}
