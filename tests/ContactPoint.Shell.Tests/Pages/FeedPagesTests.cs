using Bunit;
using ContactPoint.Directory.Feeds;
using ContactPoint.Shell.Errors;
using ContactPoint.Shell.Feeds;
using ContactPoint.Shell.Tests.Pages.Fakes;
using Microsoft.AspNetCore.Components.Forms;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class FeedPagesTests : PageContext
{
    public FeedPagesTests() => Person.Caller = Made.Steward();

    [Fact]
    [Trait("Rule", "USR-4")]
    public void Feeds_OfAnybodyButASteward_AreRefused()
    {
        Person.Caller = Made.Nurse();

        var page = Render<FeedsPage>();

        page.FindAll("form, table").ShouldBeEmpty();
        page.Find(".cp-refusal").TextContent.ShouldContain(FeedErrors.NotAllowed.Message);
        Feeds.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Send_WithoutSchoolOrFile_IsRefusedAndSaysWhatIsMissing()
    {
        var page = Render<FeedsPage>();
        var calls = Feeds.Calls;

        await page.Find("form").SubmitAsync();

        page.FindAll(".cp-error-summary li").Select(line => line.TextContent.Trim()).ShouldBe(["Choose the organisation that the file is from", "Choose a file"]);
        Feeds.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Send_ForADayToCome_IsRefused()
    {
        var page = Render<FeedsPage>();
        await page.Find("#as-at-day").ChangeAsync("24");
        await page.Find("#as-at-month").ChangeAsync("11");
        await page.Find("#as-at-year").ChangeAsync("2026");

        await page.Find("form").SubmitAsync();

        page.Find("#as-at-error").TextContent.ShouldContain("not later than today");
    }

    [Fact]
    public async Task Send_LeadsToTheRun()
    {
        var page = Render<FeedsPage>();
        await page.Find("#source").ChangeAsync("0");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("UPN,Surname", "roll.csv"));

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Address.ShouldEndWith($"feeds/{FakeFeeds.RunId}"));
    }

    [Fact]
    public void Run_OfAnotherAuthority_IsRefusedInWords() =>
        Run(Guid.Parse("99999999-9999-9999-9999-999999999999")).Find(".cp-refusal").TextContent.ShouldContain(FeedErrors.NoSuchRun.Message);

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Run_ThatWaitsForApproval_ExplainsItAndAsksTwice()
    {
        Feeds.Summary = FakeFeeds.Run(FeedRunState.AwaitingApproval) with { Threshold = new FeedThreshold(30, 5, 100) };
        var page = Run();
        page.Find(".cp-banner--warning").TextContent.ShouldContain("30 rows would change and 5 would end, of 100 in the last file");

        await page.Find(".cp-banner--warning button").ClickAsync();

        Feeds.Approvals.ShouldBe(0);
    }

    [Fact]
    public void Run_UnderWay_IsFollowedWithinASecond()
    {
        Feeds.Summary = FakeFeeds.Run(FeedRunState.Applying, processed: 10);
        var page = Run();
        page.Find(".cp-progress__counts").TextContent.ShouldContain("10 of 100");

        Feeds.Summary = FakeFeeds.Run(FeedRunState.Applied, processed: 100);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => page.FindAll(".cp-progress").ShouldBeEmpty());
        page.Find(".cp-tag").TextContent.ShouldBe("Applied");
    }

    [Fact]
    public void Run_ThatCannotBeFollowed_ReachesTheErrorBoundary()
    {
        Feeds.Summary = FakeFeeds.Run(FeedRunState.Applying, processed: 10);
        var page = Render<PageErrorBoundary>(boundary => boundary
            .AddChildContent<FeedRunView>(parameters => parameters.Add(run => run.Run, FakeFeeds.RunId))
            .Add(one => one.ErrorContent, _ => "failed"));

        Feeds.Fault = new InvalidOperationException("the database is away");
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => page.Markup.ShouldBe("failed"));
    }

    [Fact]
    public void Run_Finished_IsNotReadAgain()
    {
        Run();
        var asked = Feeds.Asked.Count;

        Clock.Advance(TimeSpan.FromSeconds(5));

        Feeds.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Run_ShowsRowsByOutcome()
    {
        Feeds.Rows = [new FeedRowView(11, FeedOutcome.Rejected, "upn.check", "UPN", "Copy the number from the pupil's record.")];
        var page = Run();
        page.Find("tbody tr").TextContent.ShouldContain("Copy the number from the pupil's record.");

        await page.Find("#outcome").ChangeAsync("4");

        page.WaitForAssertion(() => Feeds.Asked[^1].ShouldBe(FeedOutcome.Rejected));
    }

    private IRenderedComponent<FeedRunView> Run(Guid? run = null) => Render<FeedRunView>(parameters => parameters.Add(page => page.Run, run ?? FakeFeeds.RunId));
}
