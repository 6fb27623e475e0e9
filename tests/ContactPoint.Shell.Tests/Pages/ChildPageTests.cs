using Bunit;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using ContactPoint.Shell.Child;
using ContactPoint.Shell.Errors;
using ContactPoint.Shell.Tests.Pages.Fakes;
using ContactPoint.Ui.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class ChildPageTests : PageContext
{
    private static readonly IdentityPart Identity = new()
    {
        Name = new PersonName("Osborne", "Jayden"),
        Gender = Gender.Male,
        DateOfBirth = new DateOnly(2015, 3, 14),
        DirectoryNumber = "CP 7K3M-9QX2-4TRW",
    };

    private static readonly ContactCard Lead = new() { Organisation = "Family Support", Agency = Agency.SocialCare, Practitioner = "Amara Osei", JobTitle = "Lead worker", Phone = "0161 496 0001", Email = "amara@example.test" };

    [Fact]
    [Trait("Rule", "SEA-1")]
    public void Open_WithoutPurpose_AsksForItAndOpensNothing()
    {
        var page = Page();

        Gate.Opens.ShouldBeEmpty();
        page.FindAll("#purpose").ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SEA-6")]
    public void Open_NotAvailable_SaysTheOneTextAndNothingElse()
    {
        State();

        var page = Page();

        page.Find(".cp-refusal").TextContent.ShouldContain(GateErrors.NotAvailable.Message);
        page.FindAll(".cp-record-page").ShouldBeEmpty();
        InView.Text.ShouldBeNull();
    }

    [Fact]
    public void Open_ThatFailsOnceThePurposeIsStated_ReachesTheErrorBoundary()
    {
        Gate.Open = () => throw new InvalidOperationException("the audit entry could not be written");
        var page = Render<PageErrorBoundary>(boundary => boundary
            .AddChildContent<ChildPage>(parameters => parameters.Add(child => child.Handle, "handle-1"))
            .Add(one => one.ErrorContent, _ => "failed"));

        State();

        page.WaitForAssertion(() => page.Markup.ShouldBe("failed"));
    }

    [Fact]
    [Trait("Rule", "SEA-7")]
    public void Open_ThatNeedsAFreshCode_ShowsNothingButTheFormThatTakesIt()
    {
        State();
        Gate.Open = () => GateErrors.StepUpNeeded;
        Services.GetRequiredService<NavigationManager>().NavigateTo("child/handle-1?name=Osborne");

        var page = Page();

        var form = page.Find("form[method='post'][action='/step-up']");
        form.QuerySelector("input[name='return-to']")!.GetAttribute("value").ShouldBe("/child/handle-1");
        form.QuerySelector("input[name='code']").ShouldNotBeNull();
        form.QuerySelector("input[name='kept']")!.GetAttribute("value")!.Length.ShouldBe(22, "128 bits that nobody can guess");
        page.FindAll(".cp-record-page").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    public void Masked_ShowsIdentityAndTheDeskAndNothingElse()
    {
        var page = Opened(new() { [PartKey.Identity] = Identity }, granted: [PartKey.Identity]);

        page.Find("h1").TextContent.ShouldBe("OSBORNE, Jayden");
        page.Find(".cp-banner--shielded").TextContent.ShouldContain("The national shield desk can help");
        page.Find(".cp-banner--shielded a").GetAttribute("href").ShouldBe("tel:08081570000");
        page.FindAll("dl, .cp-button--primary, aside").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public void Withheld_IsSaidWithItsReason()
    {
        var page = Opened(Parts(), withheld: [new WithheldPart(PartKey.UniquePupilNumber, "Unique pupil number: only education staff read it.")]);

        page.Find("aside").TextContent.ShouldContain("Unique pupil number: only education staff read it.");
    }

    [Fact]
    public void Missing_IsSaidAndNotShownAsNothing()
    {
        var page = Opened(Parts(), missing: [PartKey.LeadProfessional], without: PartKey.LeadProfessional);

        page.Find(".cp-banner--warning").TextContent.ShouldContain("could not be read just now; the failure was recorded");
        page.Find(".cp-banner--warning li").TextContent.ShouldBe("Lead professional");
        page.Markup.ShouldNotContain("Nobody is recorded as lead professional");
    }

    [Fact]
    [Trait("Rule", "REC-5")]
    public void Gaps_AreSaidInWords()
    {
        var parts = Parts();
        parts[PartKey.School] = new SchoolPart(EducationStatus.MissingEducation, null, null, true, null);
        parts[PartKey.GeneralPractice] = new GeneralPracticePart(null, null, null);

        var page = Opened(parts);

        page.Markup.ShouldContain("Of school age, and no school is recorded");
        page.Markup.ShouldContain("No GP practice is recorded");
    }

    [Fact]
    [Trait("Rule", "REC-3")]
    public void Record_ShowsTheLeadFirst_WithWaysToReachThem()
    {
        var page = Opened(Parts());

        page.Find("dt").TextContent.ShouldBe("Lead professional");
        page.Find("a[href^=tel]").GetAttribute("href").ShouldBe("tel:01614960001");
        page.Find("a[href^=mailto]").GetAttribute("href").ShouldBe("mailto:amara@example.test");
        page.Find(".cp-facts").TextContent.ShouldContain("14 March 2015 (11)");
        page.Find(".cp-facts").TextContent.ShouldContain("CP 7K3M-9QX2-4TRW");
        page.Markup.ShouldContain("from the school roll of 2 November 2026");
    }

    [Fact]
    [Trait("Invariant", "I-34")]
    public void Record_IsNamedInTheFrameAndNotInTheTitle()
    {
        var page = Opened(Parts());

        InView.Text.ShouldBe("OSBORNE, Jayden · CP 7K3M-9QX2-4TRW");
        page.FindComponent<PageHeading>().Instance.DocumentTitle.ShouldBe("Child record");
    }

    [Fact]
    [Trait("Invariant", "I-39")]
    public void Print_CarriesUserTimePurposeAndReference()
    {
        var page = Opened(Parts());

        var mark = page.Find(".cp-record-page__foot").TextContent;
        mark.ShouldContain("Amina Warsame");
        mark.ShouldContain("23 November 2026, 09:00");
        mark.ShouldContain("Urgent care");
        mark.ShouldContain("33333333-3333-3333-3333-333333333333");
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task PassEnded_TheRecordGoesBlankAndCanBeOpenedAgain()
    {
        var page = Opened(Parts());

        Clock.Advance(TimeSpan.FromMinutes(15));

        page.WaitForAssertion(() => page.Find(".cp-refusal").TextContent.ShouldContain("This record is closed"));
        page.Markup.ShouldNotContain("OSBORNE");
        InView.Text.ShouldBeNull();
        Gate.Opens.Count.ShouldBe(1);
        await page.Find(".cp-refusal button").ClickAsync();
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("OSBORNE, Jayden"));
        Gate.Opens.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task RecordRevoked_GoesBlankAtOnceAndIsNotOpenedByItself()
    {
        var page = Opened(Parts());

        await Person.RevokeRecordAsync();

        page.Markup.ShouldNotContain("OSBORNE");
        InView.Text.ShouldBeNull();
        Gate.Opens.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "SEA-1")]
    public void ChangingThePurpose_TakesTheRecordAwayFirst()
    {
        var page = Opened(Parts());

        page.InvokeAsync(Stated.Change);

        page.WaitForAssertion(() => page.FindAll("#purpose").ShouldHaveSingleItem());
        page.Markup.ShouldNotContain("OSBORNE");
    }

    [Fact]
    public void LeavingThePage_TakesTheNameOutOfTheFrame()
    {
        var page = Opened(Parts());

        page.Instance.Dispose();

        InView.Text.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task IAmInvolved_Refused_SaysWhy()
    {
        Gate.UnitAnswer = (Result<DeclaredInvolvement>)InvolvementErrors.NoService;
        var page = Opened(Parts());

        await page.Find(".cp-heading button").ClickAsync();

        page.Find(".cp-refusal").TextContent.ShouldContain("does not say which service you work for");
        Gate.Opens.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task IAmInvolved_IsOneStepAndIsConfirmedInWords()
    {
        Gate.UnitAnswer = (Result<DeclaredInvolvement>)DeclaredInvolvement.Recorded;
        var page = Opened(Parts());

        await page.Find(".cp-heading button").ClickAsync();

        page.WaitForAssertion(() => page.Find(".cp-banner--success [role=status]").TextContent.ShouldContain("You are listed as involved"));
        Gate.Opens.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public void InvolvedAlready_IsSaidAndOffersNoButton()
    {
        var parts = Parts();
        parts[PartKey.Involvements] = new InvolvementsPart([], true);

        var page = Opened(parts);

        page.FindAll(".cp-heading button").ShouldBeEmpty();
        page.Find(".cp-heading").TextContent.ShouldContain("You are involved");
    }

    private static Dictionary<PartKey, object?> Parts() => new()
    {
        [PartKey.Identity] = Identity,
        [PartKey.LeadProfessional] = new LeadProfessionalPart(Lead, new DateOnly(2026, 6, 30)),
        [PartKey.School] = new SchoolPart(EducationStatus.AtSchool, new ContactCard { Organisation = "St Luke's", Agency = Agency.Education }, new DateOnly(2019, 9, 2), false, new Origin(SourceKind.SchoolRoll, new DateOnly(2026, 11, 2))),
        [PartKey.Involvements] = new InvolvementsPart([], false),
    };

    private void Grant(Dictionary<PartKey, object?> parts, IEnumerable<PartKey>? granted = null, IReadOnlyList<WithheldPart>? withheld = null, PartKey[]? missing = null)
    {
        Gate.Open = () => Made.Pass(Person.Caller!, Clock, granted ?? PartKey.Core, withheld);
        Gate.Read = pass => Made.Reading(pass, parts, missing ?? []);
    }

    private IRenderedComponent<ChildPage> Page() => Render<ChildPage>(parameters => parameters.Add(page => page.Handle, "handle-1"));

    private IRenderedComponent<ChildPage> Opened(
        Dictionary<PartKey, object?> parts, IEnumerable<PartKey>? granted = null, IReadOnlyList<WithheldPart>? withheld = null, PartKey[]? missing = null, PartKey? without = null)
    {
        if (without is { } part) parts.Remove(part);
        State();
        Grant(parts, granted, withheld, missing);
        return Page();
    }
}
