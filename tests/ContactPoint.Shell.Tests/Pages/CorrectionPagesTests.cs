using Bunit;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Shell.Corrections;
using ContactPoint.Shell.Tests.Pages.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class CorrectionPagesTests : PageContext
{
    private readonly FakeContradictions contradictions = new();

    public CorrectionPagesTests()
    {
        Person.Caller = Made.Steward();
        Services.AddSingleton<IContradictions>(contradictions);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public void Contradictions_ToAnybodyButASteward_AreRefusedInWords()
    {
        contradictions.Refusal = GateErrors.NoSuchJob;

        var page = Render<ContradictionsPage>();

        page.Find(".cp-refusal").TextContent.ShouldContain(GateErrors.NoSuchJob.Message);
        page.FindAll("section.cp-panel").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public void Contradictions_OfNobody_SayWhatWouldStandThere()
    {
        contradictions.IsEmpty = true;

        Render<ContradictionsPage>().Markup.ShouldContain("Nothing is in dispute");
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public void AContradiction_ShowsBothValues_AndAQuestionWithTheSourcesOwnAlone()
    {
        var page = Render<ContradictionsPage>();

        page.Find("h2").TextContent.ShouldContain("OSBORNE, Jayden");
        page.Find("dl").TextContent.ShouldContain("4 March 2015");
        var question = page.Find("details p").TextContent;
        question.ShouldContain("14 March 2015");
        question.ShouldContain("line 12");
        question.ShouldNotContain("4 March 2015".Insert(0, " "), customMessage: "What the record says is not the source's to know.");
        question.ShouldNotContain("Osborne", Case.Insensitive);
    }

    [Theory]
    [InlineData(0, ContradictionChoice.Ask)]
    [InlineData(1, ContradictionChoice.TakeOver)]
    [InlineData(2, ContradictionChoice.SetAside)]
    [Trait("Rule", "FED-8")]
    public void Settling_SaysWhatWasDone(int button, ContradictionChoice choice)
    {
        var page = Render<ContradictionsPage>();

        page.FindAll(".cp-actions button")[button].Click();

        contradictions.Choices.ShouldBe([choice]);
        page.WaitForAssertion(() => page.FindAll("[role=status]").ShouldNotBeEmpty());
    }

    [Theory]
    [InlineData(Purpose.UrgentCare, "355", false)]
    [InlineData(Purpose.DataQuality, "380", false)]
    [InlineData(Purpose.DataQuality, null, false)]
    [InlineData(Purpose.DataQuality, "355", true)]
    [Trait("Rule", "FED-8")]
    [Trait("Rule", "USR-4")]
    public void Correcting_IsOfferedToTheResponsibleStewardForDataQualityAlone(Purpose purpose, string? authority, bool isOffered) =>
        CorrectionPanel.IsOfferedFor(View(purpose, authority), Made.Now).ShouldBe(isOffered);

    [Fact]
    [Trait("Rule", "FED-8")]
    public void TheForm_SendsWhatWasChangedAlone()
    {
        var view = View(Purpose.DataQuality, "355");
        var entry = CorrectionEntry.Of(view);
        entry.Changed(view).ShouldBeEmpty();

        entry.Birth = Ui.Fields.DateEntry.From(new DateOnly(2015, 3, 4));

        entry.Changed(view).ShouldHaveSingleItem().ShouldBe(new FieldValue(DateOfBirth: new DateOnly(2015, 3, 4)));
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public void TheForm_OfAnAddressWithoutLines_OpensAllTheSame()
    {
        var view = View(Purpose.DataQuality, "355") with { Whereabouts = Made.Disclosed(new WhereaboutsPart(new CurrentAddress(new Address([], null, "M6 5AA")), null)) };

        var entry = CorrectionEntry.Of(view);

        (entry.Line1, entry.Postcode).ShouldBe((null, "M6 5AA"));
        entry.Changed(view).ShouldBeEmpty();
    }

    private ChildRecordView View(Purpose purpose, string? authority)
    {
        var pass = Made.Pass(Made.Steward(), Clock, [PartKey.Identity], statement: new AccessStatement(purpose, Relationship.MyAreaOrSetting));
        return new ChildRecordView
        {
            Pass = pass,
            Identity = Made.Disclosed(new IdentityPart { Name = new PersonName("Osborne", "Jayden"), Gender = Gender.Male, DateOfBirth = new DateOnly(2015, 3, 14), DirectoryNumber = "CP 7K3M-9QX2-4TRW" }),
            Authority = authority is null ? null : Made.Disclosed(new AuthorityPart(new LocalAuthorityCode(authority), "Salford")),
            Reading = Made.Reading(pass, new Dictionary<PartKey, object?>()),
            Withheld = [],
            Missing = new HashSet<PartKey>(),
        };
    }
}
