using System.Text.RegularExpressions;
using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>The main job end to end, as people do it: a roll comes in, a nurse finds a child by a misspelt name, a reviewer finds what she did, and the log is proven unaltered.</summary>
public sealed class JourneyTests(SeededData seeded, DemoShell demo, Chromium chromium, ITestOutputHelper output)
{
    private const string Stored =
        "async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length + (await caches.keys()).length";

    private static readonly string[] Personal = ["osborn", "jayd", "maisie", "2015-03-14", "14/03/2015", "07700", "irwell"];

    [Fact]
    [Trait("Rule", "SEA-1")]
    [Trait("Rule", "SEA-4")]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-34")]
    [Trait("Asvs", "3.4.3")]
    [Trait("Asvs", "14.2.1")]
    [Trait("Asvs", "14.3.3")]
    public async Task RollIsFed_ChildIsFoundAndOpened_ReviewerSeesIt_AndTheLogIsProven()
    {
        await using var visit = await Visit.BeginAsync(await chromium.LaunchAsync(), await demo.AddressAsync(seeded));
        var inspection = new PageInspection(visit, "journey");

        await FeedAsync(visit, inspection);
        await FindAsync(visit, inspection);
        var entry = await ReviewAsync(visit, inspection);

        (await visit.Page.EvaluateAsync<int>(Stored)).ShouldBe(0, "the browser keeps something");
        foreach (var text in visit.Addresses.Concat(visit.Titles))
            Personal.ShouldNotContain(word => text.Contains(word, StringComparison.OrdinalIgnoreCase), $"personal data in {text}");
        visit.Complaints.ShouldBeEmpty();
        inspection.Findings.ShouldBeEmpty();
        await ProveAsync(entry);
    }

    // The data steward sends the school's roll in and waits for the outcome of each row.
    private async Task FeedAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync("steward.salford", () => demo.Tokens.CodeOfAsync("steward.salford"), inspection.LookAsync);
        await inspection.LookAsync("home-steward");
        await visit.FollowAsync("Feeds", "Feeds");
        await visit.Page.GetByLabel("School").SelectOptionAsync(new SelectOptionValue { Label = await OptionAsync(visit, "St Luke") });
        await visit.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(Path.Combine(demo.Folder.Path, "demo", "st-lukes-roll.csv"));
        await inspection.LookAsync("feeds");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check without applying" }).ClickAsync();
        await visit.Page.GetByText("What this file would do").WaitForAsync();
        await inspection.LookAsync("feed-preview");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send and apply" }).ClickAsync();

        await visit.HeadingAsync("St Luke");
        await visit.Page.Locator("main p > .cp-tag", new() { HasTextString = "Applied" }).WaitForAsync(new() { Timeout = 120_000 });
        await visit.Page.GetByText("Download the outcome file").WaitForAsync();
        (await CountAsync(visit, "Created")).ShouldBeGreaterThan(0);
        (await CountAsync(visit, "Applied")).ShouldBeGreaterThan(0);
        (await CountAsync(visit, "Rejected")).ShouldBeGreaterThan(0);
        await inspection.LookAsync("feed-run");
        await visit.SignOutAsync();
        await inspection.LookAsync("signed-out");
    }

    // A boy is in the emergency department; the nurse writes his name as she hears it.
    private async Task FindAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync("nurse.salford", () => demo.Tokens.CodeOfAsync("nurse.salford"));
        await inspection.LookAsync("home-nurse-before");
        await visit.FollowAsync("Find a child", "Find a child");
        await inspection.LookAsync("statement");
        await visit.Page.GetByLabel("Safeguarding enquiry").CheckAsync();
        await visit.Page.GetByLabel("The child is with me now").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await visit.Page.GetByLabel("Family name").FillAsync("Osborn");
        await visit.Page.GetByLabel("Given name").FillAsync("Jaydon");
        await visit.Page.GetByLabel("Day").FillAsync("14");
        await visit.Page.GetByLabel("Month").FillAsync("3");
        await visit.Page.GetByLabel("Year").FillAsync("2015");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.GetByText("This is enough to search").WaitForAsync();
        await inspection.LookAsync("find");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Find", Exact = true }).ClickAsync();

        var result = visit.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "OSBORNE, Jayden" });
        await result.WaitForAsync();
        (await result.InnerTextAsync()).ShouldContain("Why:");
        (await result.InnerTextAsync()).ShouldContain("born 2015");
        await inspection.LookAsync("results");
        await result.GetByRole(AriaRole.Link).ClickAsync();

        await visit.HeadingAsync("OSBORNE, Jayden");
        await ShowsAsync(visit, "Lead professional", "Family Support");
        await ShowsAsync(visit, "School", "St Luke");
        await ShowsAsync(visit, "Also working with the child", "School nurse");
        (await visit.Page.Locator(".cp-record").InnerTextAsync()).ShouldContain("OSBORNE", customMessage: "the record in view is named in the frame");
        await inspection.LookAsync("child");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I am involved" }).ClickAsync();
        await visit.Page.GetByText("You are listed as involved").WaitForAsync();
        await inspection.LookAsync("child-involved");

        await visit.FollowAsync("Home", "Home");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "OSBORNE, Jayden" }).WaitForAsync();
        await inspection.LookAsync("home-nurse");
        await visit.FollowAsync("Help", "Help");
        await inspection.LookAsync("help");
        await visit.SignOutAsync();
    }

    // The reviewer finds each act, and opens the entry of the opening.
    private async Task<Guid> ReviewAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync("reviewer.national", () => demo.Tokens.CodeOfAsync("reviewer.national"));
        await inspection.LookAsync("home-reviewer");
        await visit.FollowAsync("Audit trail", "Audit trail");
        await inspection.LookAsync("audit");
        foreach (var (user, kind) in new[]
        {
            ("steward.salford", "Feed received"), ("steward.salford", "Row of a feed decided"), ("nurse.salford", "Search"), ("nurse.salford", "Involvement recorded"),
            ("nurse.salford", "Record opened"),
        })
        {
            await visit.Page.GetByLabel("Event", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = kind });
            await visit.Page.GetByLabel("User name").FillAsync(user);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show entries" }).ClickAsync();
            await visit.Page.Locator("tbody tr").First.WaitForAsync();
            await Assertions.Expect(visit.Page.Locator("tbody tr").Filter(new() { HasNotText = kind })).ToHaveCountAsync(0);
        }

        await inspection.LookAsync("audit-filtered");
        await visit.Page.Locator("tbody th a").First.ClickAsync();
        await visit.HeadingAsync("Record opened");
        await visit.Page.GetByText(new Regex("^(Verified|Proven unaltered)$")).WaitForAsync();
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain("Safeguarding enquiry");
        await inspection.LookAsync("audit-entry");
        var entry = Guid.Parse(new Uri(visit.Page.Url).Segments[^1]);
        await visit.SignOutAsync();
        return entry;
    }

    // The separate command proves the live database; on a copy, one entry is altered behind the product's back, and the command names it.
    private async Task ProveAsync(Guid entry)
    {
        var whole = await ToolProcess.RunAsync("audit", "verify", "--data", demo.Folder.Path);
        output.WriteLine(whole.Output);
        whole.Exit.ShouldBe(0, whole.Output);

        using var copy = LiveCopy.Of(demo.Folder);
        LiveCopy.AlterEntry(copy, entry);
        var altered = await ToolProcess.RunAsync("audit", "verify", "--data", copy.Path);
        output.WriteLine(altered.Output);
        altered.Exit.ShouldBe(3, altered.Output);
        Regex.Replace(altered.Output, @"\s", "").ShouldContain(entry.ToString(), Case.Insensitive);
    }

    private static async Task<string> OptionAsync(Visit visit, string beginning) =>
        (await visit.Page.GetByLabel("School").Locator("option").AllInnerTextsAsync()).First(text => text.StartsWith(beginning, StringComparison.Ordinal));

    private static async Task<int> CountAsync(Visit visit, string outcome) =>
        int.Parse(await visit.Page.Locator(".cp-counts div").Filter(new() { HasText = outcome }).Locator("dd").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task ShowsAsync(Visit visit, string key, string text)
    {
        var row = visit.Page.Locator("main dl > div").Filter(new() { Has = visit.Page.Locator("dt", new() { HasTextString = key }) }).First;
        (await row.InnerTextAsync()).ShouldContain(text, Case.Insensitive, key);
    }
}
