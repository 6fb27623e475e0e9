using System.Text.RegularExpressions;
using ContactPoint.Browser.Tests.Browsing;
using ContactPoint.Browser.Tests.Hosts;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Journeys;

/// <summary>
/// The main job end to end, as people do it: a roll comes in, a steward decides the row that waits, the school sees who joined, a nurse finds a child by a misspelt
/// name, another says that he works with him, a reviewer finds what they did, and the log is proven unaltered.
/// </summary>
public sealed class JourneyTests(SeededData seeded, DemoShell demo, Chromium chromium, ITestOutputHelper output)
{
    private const string Steward = "steward.salford";
    private const string School = "school.stlukes";
    private const string Nurse = "nurse.salford";
    private const string Worker = "yot.salford";
    private const string Reviewer = "reviewer.national";

    private const string Stored =
        "async () => localStorage.length + sessionStorage.length + (await indexedDB.databases()).length + (await caches.keys()).length";

    private static readonly string[] Personal = ["osborn", "jayd", "maisie", "2015-03-14", "14/03/2015", "07700", "irwell", "winterbourne", "tamzin", "hartley"];

    [Fact]
    [Trait("Rule", "SEA-1")]
    [Trait("Rule", "SEA-4")]
    [Trait("Rule", "AUD-1")]
    [Trait("Rule", "FED-4")]
    [Trait("Rule", "FED-6")]
    [Trait("Invariant", "I-34")]
    [Trait("Asvs", "3.4.3")]
    [Trait("Asvs", "14.2.1")]
    [Trait("Asvs", "14.3.3")]
    public async Task RollIsFed_ChildIsFoundAndOpened_InvolvementIsRecorded_ReviewerSeesIt_AndTheLogIsProven()
    {
        await using var visit = await Visit.BeginAsync(await chromium.LaunchAsync(), await demo.AddressAsync(seeded));
        var inspection = new PageInspection(visit, "journey");

        await FeedAsync(visit, inspection);
        await KeepSchoolAsync(visit, inspection);
        await FindAsync(visit, inspection);
        await InvolveAsync(visit, inspection);
        var entry = await ReviewAsync(visit, inspection);

        (await visit.Page.EvaluateAsync<int>(Stored)).ShouldBe(0, "the browser keeps something");
        foreach (var text in visit.Addresses.Concat(visit.Titles))
            Personal.ShouldNotContain(word => text.Contains(word, StringComparison.OrdinalIgnoreCase), $"personal data in {text}");
        visit.Complaints.ShouldBeEmpty();
        inspection.Findings.ShouldBeEmpty();
        demo.Shell.Faults.ShouldBeEmpty(demo.Shell.Output);
        await ProveAsync(entry);
    }

    // The data steward sends the school's roll in, waits for the outcome of each row, and decides the one that waits.
    private async Task FeedAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync(Steward, () => demo.Tokens.CodeOfAsync(Steward), inspection.LookAsync);
        await inspection.LookAsync("home-steward");
        var feeds = new FeedJourney(visit, inspection);
        await feeds.ForgetEverythingAsync();
        await feeds.SendRollAsync(Path.Combine(demo.Folder.Path, "demo", "st-lukes-roll.csv"));
        await feeds.SendExportAsync(DateOnly.FromDateTime(DateTime.UtcNow));
        await new QueueJourney(visit, inspection).DecideAsync();
        await visit.SignOutAsync();
        await inspection.LookAsync("signed-out");
    }

    // The school sees who came and who left, and says whom colleagues reach there.
    private async Task KeepSchoolAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync(School, () => demo.Tokens.CodeOfAsync(School));
        var school = new SchoolJourney(visit, inspection);
        await school.ReadListsAsync();
        await school.KeepContactAsync();
        await school.FindItOnARecordAsync();
        await visit.SignOutAsync();
    }

    // A boy is in the emergency department; the nurse writes his name as she hears it. A hospital attendance is no involvement, and she is told so.
    private async Task FindAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync(Nurse, () => demo.Tokens.CodeOfAsync(Nurse));
        await inspection.LookAsync("home-nurse");
        await visit.FollowAsync("Find a child", "Find a child");
        await Assertions.Expect(visit.Page).ToHaveTitleAsync("Find a child – ContactPoint");
        await inspection.LookAsync("statement");
        await OsborneSearch.StateAsync(visit);
        await OsborneSearch.FillAsync(visit);
        await visit.Page.GetByText("This is enough to search").WaitForAsync();
        await OsborneSearch.StartAgainAsync(visit);
        await OsborneSearch.FillAsync(visit);
        await visit.Page.GetByText("This is enough to search").WaitForAsync();
        await inspection.LookAsync("find");
        var result = await OsborneSearch.FindAsync(visit);
        (await result.InnerTextAsync()).ShouldContain("Why:");
        (await result.InnerTextAsync()).ShouldContain("born 2015");
        await inspection.LookAsync("results");
        await OsborneSearch.OpenAsync(visit, result);

        await ShowsAsync(visit, "Lead professional", "Family Support");
        await ShowsAsync(visit, "School", "St Luke");
        await ShowsAsync(visit, "Also working with the child", "School nurse");
        (await visit.Page.Locator(".cp-record").InnerTextAsync()).ShouldContain("OSBORNE", customMessage: "the record in view is named in the frame");
        await inspection.LookAsync("child");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I am involved" }).ClickAsync();
        await visit.Page.GetByText("You were not added").WaitForAsync();
        await inspection.LookAsync("child-not-involved");
        await visit.SignOutAsync();
    }

    // Somebody whose service is in the catalogue finds the same boy and says that he works with him.
    private async Task InvolveAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync(Worker, () => demo.Tokens.CodeOfAsync(Worker));
        await visit.FollowAsync("Find a child", "Find a child");
        await OsborneSearch.StateAsync(visit);
        await OsborneSearch.FillAsync(visit);
        await OsborneSearch.OpenAsync(visit, await OsborneSearch.FindAsync(visit));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "I am involved" }).ClickAsync();
        await visit.Page.GetByText("You are listed as involved").WaitForAsync();
        await inspection.LookAsync("child-involved");
        await visit.FollowAsync("Home", "Home");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "OSBORNE, Jayden" }).WaitForAsync();
        await inspection.LookAsync("home-worker");
        await visit.FollowAsync("Help", "Help");
        await inspection.LookAsync("help");
        await visit.SignOutAsync();
    }

    // The reviewer finds each act, and opens the entry of the opening.
    private async Task<Guid> ReviewAsync(Visit visit, PageInspection inspection)
    {
        await visit.SignInAsync(Reviewer, () => demo.Tokens.CodeOfAsync(Reviewer));
        await inspection.LookAsync("home-reviewer");
        await visit.FollowAsync("Audit trail", "Audit trail");
        await inspection.LookAsync("audit");
        foreach (var (user, kind) in new[]
        {
            (Steward, "Feed received"), (Steward, "Steward decided a row"), (Steward, "Steward’s decision undone"),
            ("system:host", "Row of a feed decided"), (Nurse, "Search"), (Worker, "Involvement recorded"), (Nurse, "Record opened"),
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

    private static async Task ShowsAsync(Visit visit, string key, string text)
    {
        var row = visit.Page.Locator("main dl > div").Filter(new() { Has = visit.Page.Locator("dt", new() { HasTextString = key }) }).First;
        (await row.InnerTextAsync()).ShouldContain(text, Case.Insensitive, key);
    }
}
