using Bunit;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Audit;
using ContactPoint.Shell.Tests.Pages.Fakes;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class AuditPagesTests : PageContext
{
    public AuditPagesTests() => Person.Caller = Made.Reviewer();

    [Fact]
    [Trait("Rule", "AUD-3")]
    public void Trail_OfAnybodyButAReviewer_IsRefusedInWords()
    {
        Review.Refusal = new Error("audit.not-reviewer", "Only a security reviewer reads the audit trail.");

        var page = Render<AuditPageView>();

        page.FindAll("table, form").ShouldBeEmpty();
        page.Find(".cp-refusal").TextContent.ShouldContain("Only a security reviewer");
    }

    [Fact]
    public async Task Filter_WithADateThatIsNone_IsNotUsed()
    {
        var page = Render<AuditPageView>();
        await page.Find("#from-day").ChangeAsync("31");
        await page.Find("#from-month").ChangeAsync("2");
        await page.Find("#from-year").ChangeAsync("2026");

        await page.Find("form").SubmitAsync();

        Review.Asked.Count.ShouldBe(1);
        page.Find("#from-error").TextContent.ShouldContain("real date");
    }

    [Fact]
    public async Task Filter_TakesWholeDaysOfTheUnitedKingdom()
    {
        var page = Render<AuditPageView>();
        foreach (var (field, value) in new[] { ("day", "1"), ("month", "6"), ("year", "2026") })
        {
            await page.Find($"#from-{field}").ChangeAsync(value);
            await page.Find($"#to-{field}").ChangeAsync(value);
        }

        await page.Find("form").SubmitAsync();

        Review.Asked[^1].From.ShouldBe(new DateTimeOffset(2026, 5, 31, 23, 0, 0, TimeSpan.Zero));
        Review.Asked[^1].To.ShouldBe(new DateTimeOffset(2026, 6, 1, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Filter_IsSentAsChosen()
    {
        var page = Render<AuditPageView>();
        await page.Find("#user").ChangeAsync(" nurse.salford ");
        await page.Find("#purpose").ChangeAsync("0");

        await page.Find("form").SubmitAsync();

        Review.Asked[^1].UserName.ShouldBe("nurse.salford");
        Review.Asked[^1].Purpose.ShouldBe(Purpose.SafeguardingEnquiry);
    }

    [Fact]
    public async Task NextPage_BeginsWhereThisOneEnds_AndPreviousGoesBack()
    {
        Review.Next = "place-2";
        var page = Render<AuditPageView>();

        await page.FindAll(".cp-pager button")[1].ClickAsync();
        page.WaitForAssertion(() => Review.Asked[^1].Before.ShouldBe("place-2"));
        await page.FindAll(".cp-pager button")[0].ClickAsync();

        page.WaitForAssertion(() => Review.Asked[^1].Before.ShouldBeNull());
    }

    [Fact]
    [Trait("Rule", "AUD-2")]
    public void Trail_SaysHowTheSealStands() => Render<AuditPageView>().Markup.ShouldContain("42 entries are sealed");

    [Fact]
    [Trait("Rule", "AUD-2")]
    public void Entry_ThatWasAltered_SaysSoInWords()
    {
        Review.Proof = EntryProof.Broken;

        Entry().Find(".cp-banner--danger").TextContent.ShouldContain("not as it was written");
    }

    [Fact]
    public void Entry_ShowsWhatWasSealedAsLists_AndMarkupInItAsText()
    {
        var page = Entry();

        page.FindAll(".cp-payload dt").Select(name => name.TextContent).ShouldContain("family name");
        page.FindAll(".cp-payload b").ShouldBeEmpty();
        page.Find(".cp-payload").TextContent.ShouldContain("<b>Osborn</b>");
        page.Find(".cp-tag").TextContent.ShouldContain("Proven unaltered");
    }

    [Fact]
    public void Entry_WhosePayloadIsNoJson_IsShownAsItIs()
    {
        Review.Payload = "{not json";

        Entry().Find("pre.cp-payload").TextContent.ShouldBe("{not json");
    }

    [Fact]
    public void Entry_Purged_SaysThatTheProofStillHolds()
    {
        Review.Payload = null;

        Entry().Markup.ShouldContain("The proof above still holds");
    }

    [Fact]
    [Trait("Rule", "AUD-3")]
    public void Entry_IsReadOnceForEachOpening()
    {
        var page = Entry();

        page.Render();

        Review.Opened.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Invariant", "I-34")]
    public async Task ThisUsersEntries_LeadToTheTrail_WithoutTheNameInTheAddress()
    {
        var page = Entry();

        await page.FindAll("dd button")[0].ClickAsync();

        Address.ShouldEndWith("/audit");
        Render<AuditPageView>();
        Review.Asked[^1].UserName.ShouldBe("nurse.salford");
    }

    [Fact]
    [Trait("Invariant", "I-34")]
    public async Task ThisChildsEntries_LeadToTheTrail_WithoutThePseudonymInTheAddress()
    {
        var page = Entry();

        await page.FindAll("dd button")[1].ClickAsync();

        Address.ShouldEndWith("/audit");
        Render<AuditPageView>();
        Review.Asked[^1].Child.ShouldBe(FakeReview.Child);
    }

    private IRenderedComponent<AuditEntryPage> Entry() => Render<AuditEntryPage>(parameters => parameters.Add(page => page.Id, FakeReview.EntryId));
}
