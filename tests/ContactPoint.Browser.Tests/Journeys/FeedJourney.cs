using System.Globalization;
using ContactPoint.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>A data steward sends files in and reads what became of their rows.</summary>
internal sealed class FeedJourney(Visit visit, PageInspection inspection)
{
    private const float Patience = 120_000;

    private IPage Page => visit.Page;

    private ILocator Applied => Page.Locator("main p > .cp-tag").GetByText("Applied", new() { Exact = true });

    /// <summary>Nothing chosen is said beside each field.</summary>
    public async Task ForgetEverythingAsync()
    {
        await visit.FollowAsync("Feeds", "Feeds");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send and apply" }).ClickAsync();
        await Page.Locator(".cp-error-summary").WaitForAsync();
        await inspection.LookAsync("feeds-errors");
    }

    /// <summary>Checks the roll of St Luke's without applying it, sends it, and looks at the rows of one outcome alone.</summary>
    public async Task SendRollAsync(string file)
    {
        await visit.FollowAsync("Feeds", "Feeds");
        await ChooseAsync("St Luke");
        await Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(file);
        await inspection.LookAsync("feeds");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Check without applying" }).ClickAsync();
        await Page.GetByText("What this file would do").WaitForAsync();
        await inspection.LookAsync("feed-preview");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send and apply" }).ClickAsync();

        await visit.HeadingAsync("St Luke");
        await Applied.WaitForAsync(new() { Timeout = Patience });
        (await CountAsync("Created")).ShouldBeGreaterThan(0);
        (await CountAsync("Applied")).ShouldBeGreaterThan(0);
        (await CountAsync("Rejected")).ShouldBeGreaterThan(0);
        await inspection.LookAsync("feed-run");
        await ReadOneOutcomeAsync();
        await ReadOutcomeFileAsync();
    }

    /// <summary>Sends another system's export with changes alone, leaves its page while it is applied, and comes back to the end of it.</summary>
    public async Task SendExportAsync(DateOnly today)
    {
        await visit.FollowAsync("Feeds", "Feeds");
        await ChooseAsync("Irwell Bank");
        await Page.GetByLabel("Made by").SelectOptionAsync(new SelectOptionValue { Label = LongRoll.Profile });
        await Page.GetByLabel("Changes only").CheckAsync();
        await Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(LongRoll.File(today));
        await inspection.LookAsync("feeds-export");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send and apply" }).ClickAsync();

        await visit.HeadingAsync("Irwell Bank");
        await Page.Locator("progress").Or(Applied).First.WaitForAsync();
        await PhotographProgressAsync();
        await visit.FollowAsync("Feeds", "Feeds");
        await Page.Locator("tbody tr").Filter(new() { HasText = "bellwether.txt" }).WaitForAsync();
        await inspection.LookAsync("feeds-sent");
        await Page.Locator("tbody tr").Filter(new() { HasText = "bellwether.txt" }).GetByRole(AriaRole.Link).ClickAsync();
        await visit.HeadingAsync("Irwell Bank");
        await Applied.WaitForAsync(new() { Timeout = Patience });
        (await CountAsync("Created")).ShouldBe(LongRoll.Pupils);
        (await CountAsync("Ended")).ShouldBe(0);
    }

    // A quick machine is done before anybody can look.
    private async Task PhotographProgressAsync()
    {
        if (await Page.Locator("progress").IsVisibleAsync()) await inspection.LookAsync("feed-progress");
    }

    private async Task ReadOneOutcomeAsync()
    {
        (await CountAsync("Waiting")).ShouldBe(1);
        await Page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Waiting" });
        await Assertions.Expect(Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "Decide" })).ToBeVisibleAsync();
        await inspection.LookAsync("feed-run-waiting");
    }

    // What the school gets tells nothing of whom a row matched.
    private async Task ReadOutcomeFileAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Download the outcome file" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        text.ShouldContain("accepted");
        text.ShouldContain("upn.check");
        foreach (var secret in new[] { "queued", "waiting", "match.", "created", "Winterbourne" }) text.ShouldNotContain(secret, Case.Insensitive);
    }

    private async Task ChooseAsync(string beginning)
    {
        var options = await Page.GetByLabel("Organisation").Locator("option").AllInnerTextsAsync();
        var school = options.First(text => text.StartsWith(beginning, StringComparison.Ordinal));
        await Page.GetByLabel("Organisation").SelectOptionAsync(new SelectOptionValue { Label = school });
    }

    private async Task<int> CountAsync(string outcome) =>
        int.Parse(
            await Page.Locator(".cp-counts div").Filter(new() { HasText = outcome }).Locator("dd").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
