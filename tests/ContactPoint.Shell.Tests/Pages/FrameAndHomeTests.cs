using Bunit;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Shell.Home;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Tests.Pages.Fakes;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class FrameAndHomeTests : PageContext
{
    [Fact]
    [Trait("Rule", "USR-4")]
    public void Rail_OfANurse_LeadsToNeitherFeedsNorAudit() => Links().ShouldBe(["", "find", "help"]);

    [Fact]
    [Trait("Rule", "USR-11")]
    public void Rail_OfAReviewer_LeadsToNoChild()
    {
        Person.Caller = Made.Reviewer();

        Links().ShouldBe(["", "audit", "help"]);
    }

    [Fact]
    public void Rail_OfASteward_LeadsToFeeds()
    {
        Person.Caller = Made.Steward();

        Links().ShouldBe(["", "find", "feeds", "feeds/queue", "feeds/contradictions", "help"]);
    }

    [Fact]
    public void Frame_SaysThePurposeInForceAndTheRecordInView()
    {
        var frame = Render<MainLayout>();
        frame.Find(".cp-purpose").TextContent.ShouldContain("No purpose chosen");

        State();
        InView.Show(this, "OSBORNE, Jayden");

        frame.WaitForAssertion(() => frame.Find(".cp-record").TextContent.ShouldContain("OSBORNE, Jayden"));
        frame.Find(".cp-purpose").TextContent.ShouldContain("Urgent care");
        InView.Clear(this);
        frame.WaitForAssertion(() => frame.FindAll(".cp-record").ShouldBeEmpty());
    }

    [Fact]
    public void RecordInView_IsNotTakenAwayByAPageThatWasLeft()
    {
        InView.Show(this, "first");
        var next = new object();
        InView.Show(next, "second");

        InView.Clear(this);

        InView.Text.ShouldBe("second");
    }

    [Fact]
    public void Frame_SignsOutByAPostedForm()
    {
        var form = Render<MainLayout>().Find("form[action='/sign-out']");

        form.GetAttribute("method").ShouldBe("post");
        form.TextContent.ShouldContain("Sign out");
    }

    [Fact]
    public void Home_OfAnAdministrator_ShowsNoChildAndAsksForNone()
    {
        Person.Caller = Made.Caller(Role.SuperUser, Agency.Administration);

        var page = Render<HomePage>();

        Gate.Lists.ShouldBeEmpty();
        page.Find(".cp-empty").TextContent.ShouldContain("Your role works with no child");
    }

    [Fact]
    [Trait("Rule", "INV-8")]
    public void Home_WithoutChildren_SaysWhatToDoNext()
    {
        var page = Render<HomePage>();

        page.Find(".cp-empty a").GetAttribute("href").ShouldBe("find");
        Gate.Lists.ShouldHaveSingleItem().Kind.ShouldBe(RosterKind.OwnInvolvements);
    }

    [Fact]
    [Trait("Rule", "INV-8")]
    [Trait("Rule", "SEA-9")]
    public async Task Home_ListsOwnChildrenWithoutATotal()
    {
        Gate.Roster = new RosterPage([Made.Disclosed(new RosterLine(new ChildHandle("h1"), new ChildSummary("Osborne", "Jayden", Gender.Male, 2015, null)))], HasMore: true);
        var page = Render<HomePage>();
        page.Find("tbody th a").GetAttribute("href").ShouldBe("child/h1");

        await page.FindAll(".cp-pager button")[1].ClickAsync();

        page.WaitForAssertion(() => Gate.Lists[^1].Page.ShouldBe(1));
        page.Find(".cp-pager").TextContent.ShouldNotContain(" of ");
    }

    [Fact]
    public void Home_OfAReviewer_ShowsTheSealAndAsksForNoChild()
    {
        Person.Caller = Made.Reviewer();

        var page = Render<HomePage>();

        page.Markup.ShouldContain("42 entries are sealed");
        Gate.Lists.ShouldBeEmpty();
    }

    [Fact]
    public void Home_OfAReviewer_SaysThatTheLogWasAltered()
    {
        Person.Caller = Made.Reviewer();
        Review.State = Review.State with { BrokenEntry = FakeReview.EntryId };

        Render<HomePage>().Find(".cp-banner--danger").TextContent.ShouldContain(FakeReview.EntryId.ToString());
    }

    [Fact]
    public void Home_OfASteward_PutsWhatWaitsForApprovalFirst()
    {
        Person.Caller = Made.Steward();
        Feeds.Summary = FakeFeeds.Run(FeedRunState.AwaitingApproval);

        var page = Render<HomePage>();

        page.Find(".cp-tag").TextContent.ShouldContain("Waits for approval");
        Gate.Lists.ShouldBeEmpty();
    }

    private string[] Links() => [.. Render<MainLayout>().FindAll("#cp-rail a").Select(link => link.GetAttribute("href")!)];
}
