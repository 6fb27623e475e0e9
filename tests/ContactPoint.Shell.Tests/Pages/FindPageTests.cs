using Bunit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Shell.FindChild;
using ContactPoint.Shell.Tests.Pages.Fakes;
using ContactPoint.Ui.Fields;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class FindPageTests : PageContext
{
    private const string OneText = "No child matches what you entered, or you may not see them. Check the date of birth, or ask your LA team.";

    [Fact]
    [Trait("Rule", "SEA-1")]
    public void Open_WithoutPurpose_ShowsNoSearchForm()
    {
        var page = Render<FindPage>();

        page.FindAll("#family-name").ShouldBeEmpty();
        page.FindAll("#purpose").ShouldHaveSingleItem();
        page.FindAll("#relationship").ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public async Task State_WithoutRelationship_IsRefusedAndSaysSo()
    {
        var page = Render<FindPage>();
        await page.Find("#purpose-0").ChangeAsync("0");

        await page.Find("form").SubmitAsync();

        Stated.Statement.ShouldBeNull();
        page.FindAll("#family-name").ShouldBeEmpty();
        page.Find(".cp-error-summary").TextContent.ShouldContain("Choose how you stand to the child");
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public void State_OffersOnlyThePurposesOfTheRole()
    {
        var page = Render<FindPage>();

        page.FindAll("#purpose .cp-radio label").Select(label => label.TextContent).ShouldBe(["Safeguarding enquiry", "Urgent care"]);
    }

    [Fact]
    [Trait("Rule", "USR-12")]
    public void State_OffersNoSearchForAColleague_WhoIsNotSignedInHere()
    {
        var page = Render<FindPage>();

        page.Find("#relationship").TextContent.ShouldNotContain("colleague");
    }

    [Fact]
    public void State_WithoutAnyPurpose_SaysThatTheRoleHasNone()
    {
        Person.Caller = Made.Reviewer();

        var page = Render<FindPage>();

        page.FindAll("form").ShouldBeEmpty();
        page.Find(".cp-refusal").TextContent.ShouldContain("no purpose");
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public async Task State_Both_OpensTheFormAndKeepsThemInSight()
    {
        var page = Render<FindPage>();
        await page.Find("#purpose-1").ChangeAsync("1");
        await page.Find("#relationship-0").ChangeAsync("0");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("#family-name").ShouldHaveSingleItem());
        page.Find(".cp-in-force").TextContent.ShouldContain("Urgent care");
        Stated.Statement.ShouldBe(new AccessStatement(Purpose.UrgentCare, Relationship.PresentWithMe));
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public async Task Change_TakesTheFormAwayUntilSomethingIsStatedAgain()
    {
        var page = Stating();

        await page.Find(".cp-in-force button").ClickAsync();

        page.WaitForAssertion(() => page.FindAll("#family-name").ShouldBeEmpty());
        page.FindAll("#purpose").ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Search_BySurnameAlone_IsNotMadeAndSaysWhatIsMissing()
    {
        var page = Stating();
        await page.Find("#family-name").ChangeAsync("Osborne");

        await page.Find("form").SubmitAsync();

        Gate.Searches.ShouldBeEmpty();
        page.Find(".cp-error-summary").TextContent.ShouldContain("given name, with date of birth");
        page.Find(".cp-enough").GetAttribute("data-enough").ShouldBe("no");
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Search_WithADateThatIsNone_IsNotMade()
    {
        var page = Stating();
        await FillAsync(page, day: "31", month: "2");

        await page.Find("form").SubmitAsync();

        Gate.Searches.ShouldBeEmpty();
        page.Find("#birth-error").TextContent.ShouldContain("real date");
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    public async Task Form_SaysWhenItIsEnough()
    {
        var page = Stating();
        page.Find(".cp-enough").GetAttribute("data-enough").ShouldBe("no");

        await FillAsync(page);

        page.Find(".cp-enough").GetAttribute("data-enough").ShouldBe("yes");
        page.Find(".cp-enough").GetAttribute("role").ShouldBe("status");
    }

    [Fact]
    public async Task StartAgain_EmptiesTheFormAndIsReadyToType()
    {
        var page = Stating();
        await FillAsync(page);

        await page.FindAll("button").Single(button => button.TextContent == "Start again").ClickAsync();

        page.FindComponents<CpTextField>().Select(field => field.Instance.Value).ShouldAllBe(value => value == null);
        page.FindComponent<CpDateField>().Instance.Value.IsEmpty.ShouldBeTrue();
        page.Find(".cp-enough").GetAttribute("data-enough").ShouldBe("no");
        JSInterop.Invocations["contactPoint.focus"][^1].Arguments.ShouldBe(["family-name"]);
    }

    [Fact]
    [Trait("Rule", "SEA-2")]
    [Trait("Rule", "REC-6")]
    public void Form_AsksForTheIdentifierOfTheCallersOwnSectorAlone()
    {
        Stating().Find("label[for=identifier]").TextContent.ShouldBe("NHS number");

        Person.Caller = Made.Caller(Role.Practitioner, Agency.SocialCare, Purpose.EarlyHelp);
        Render<FindPage>().FindAll("#identifier").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-6")]
    public async Task Search_WithoutAResult_SaysTheOneText()
    {
        var page = await SearchedAsync();

        page.Find(".cp-empty").TextContent.ShouldContain(OneText);
        page.FindAll(".cp-result").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-7")]
    public async Task Search_AtTheLimit_SaysSoAndShowsNothing()
    {
        Gate.Search = GateErrors.LimitReached;

        var page = await SearchedAsync();

        page.Find(".cp-refusal").TextContent.ShouldContain("You have reached your limit");
        page.FindAll(".cp-results").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-7")]
    public async Task Search_ThatNeedsAFreshCode_ShowsNothingButTheFormThatTakesIt()
    {
        Gate.Search = GateErrors.StepUpNeeded;

        var page = await SearchedAsync();

        page.Find("form[action='/step-up'] input[name='return-to']").GetAttribute("value").ShouldBe("/");
        page.FindAll(".cp-result").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SEA-4")]
    [Trait("Rule", "SEA-8")]
    public async Task Search_ShowsWhoAndWhy_UnderThePurposeStated()
    {
        Gate.Search = Found();

        var page = await SearchedAsync();

        var line = page.Find(".cp-result");
        line.TextContent.ShouldContain("OSBORNE, Jayden");
        line.TextContent.ShouldContain("born 2015");
        line.TextContent.ShouldContain("Salford");
        line.TextContent.ShouldContain("family name one letter off, date of birth exact");
        line.QuerySelector("a")!.GetAttribute("href").ShouldBe("child/handle-1");
        line.QuerySelector("a")!.GetAttribute("aria-label").ShouldBe("Open OSBORNE, Jayden");
        var asked = Gate.Searches.ShouldHaveSingleItem();
        asked.Statement.ShouldBe(Stated.Statement);
        asked.Criteria.ShouldBe(new SearchCriteria { FamilyName = "Osborn", GivenName = "Jaydon", DateOfBirth = new DateOnly(2015, 3, 14) });
    }

    [Fact]
    public async Task Search_AnnouncesTheResultAndMovesTheFocusToIt()
    {
        Gate.Search = Found();
        var page = Stating();
        await FillAsync(page);
        var moves = FocusMoves;

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("[role=status]").Select(status => status.TextContent).ShouldContain("1 child matches"));
        FocusMoves.ShouldBe(moves + 1);
    }

    [Fact]
    [Trait("Invariant", "I-34")]
    public async Task Search_PutsNothingIntoTheAddress()
    {
        var before = Address;

        await SearchedAsync();

        Address.ShouldBe(before);
    }

    [Fact]
    public async Task ANameWithMarkup_IsShownAsText()
    {
        Gate.Search = new SearchAnswer([Made.Disclosed(new SearchResult(new ChildHandle("h"), new ChildSummary("<b>x</b>", "<script>", Gender.Male, 2015, null), ["<i>why</i>"]))]);

        var page = await SearchedAsync();

        page.FindAll(".cp-result b, .cp-result script, .cp-result i").ShouldBeEmpty();
        page.Find(".cp-result").TextContent.ShouldContain("<script>");
    }

    private static SearchAnswer Found() => new([Made.Disclosed(new SearchResult(
        new ChildHandle("handle-1"), new ChildSummary("Osborne", "Jayden", Gender.Male, 2015, new LocalAuthorityCode("355")), ["family name one letter off", "date of birth exact"]))]);

    private static async Task FillAsync(IRenderedComponent<FindPage> page, string day = "14", string month = "3")
    {
        await page.Find("#family-name").ChangeAsync("Osborn");
        await page.Find("#given-name").ChangeAsync("Jaydon");
        await page.Find("#birth-day").ChangeAsync(day);
        await page.Find("#birth-month").ChangeAsync(month);
        await page.Find("#birth-year").ChangeAsync("2015");
    }

    private IRenderedComponent<FindPage> Stating()
    {
        State();
        return Render<FindPage>();
    }

    private async Task<IRenderedComponent<FindPage>> SearchedAsync()
    {
        var page = Stating();
        await FillAsync(page);
        await page.Find("form").SubmitAsync();
        return page;
    }
}
