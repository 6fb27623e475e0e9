using Bunit;
using ContactPoint.Ui.Layout;

namespace ContactPoint.Ui.Tests.Layout;

public sealed class LayoutPartTests : UiContext
{
    [Fact]
    [Trait("Invariant", "I-34")]
    public void Heading_WithADocumentTitle_KeepsTheNameOutOfTheTab()
    {
        var heading = Render<PageHeading>(p => p.Add(h => h.Text, "OSBORNE, Jayden").Add(h => h.DocumentTitle, "A child's record"));

        Script.Titles.ShouldHaveSingleItem().ShouldBe("A child's record – ContactPoint");
        heading.Find("h1").TextContent.ShouldBe("OSBORNE, Jayden");
    }

    [Fact]
    public void Heading_OfAnotherStep_NamesTheTabAnew_AndOnlyThen()
    {
        var heading = Render<PageHeading>(p => p.Add(h => h.Text, "Find a child"));
        heading.Render(p => p.Add(h => h.Caption, "Step 2"));
        heading.Render(p => p.Add(h => h.Text, "Home"));

        Script.Titles.ShouldBe(["Find a child – ContactPoint", "Home – ContactPoint"]);
    }

    [Fact]
    public void Heading_TakesTheFocusOnce()
    {
        var heading = Render<PageHeading>(p => p.Add(h => h.Text, "Find a child"));
        heading.Render(p => p.Add(h => h.Text, "Find a child again"));

        FocusMoves.ShouldBe(1);
        heading.Find("h1").GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public void Heading_ToldNotTo_LeavesTheFocusAlone()
    {
        Render<PageHeading>(p => p.Add(h => h.Text, "Find a child").Add(h => h.TakesFocus, false));

        FocusMoves.ShouldBe(0);
    }

    [Fact]
    public void TimeLeft_IsSilentUntilTwoMinutesBeforeTheEnd()
    {
        var time = Render<TimeLeft>(p => p.Add(t => t.Ends, Clock.GetUtcNow().AddMinutes(14.5)));
        time.Markup.ShouldContain("14 minutes left");
        time.Find("[role=status]").TextContent.ShouldBeEmpty();

        Clock.Advance(TimeSpan.FromMinutes(13));
        time.WaitForAssertion(() => time.Find("[role=status]").TextContent.ShouldBe("1 minute left"));

        Clock.Advance(TimeSpan.FromMinutes(2));
        time.WaitForAssertion(() => time.Find("[role=status]").TextContent.ShouldBe("Session ended"));
    }

    [Fact]
    public void TimeLeft_WhoseWordsStayTheSame_IsNotDrawnAgain()
    {
        var time = Render<TimeLeft>(p => p.Add(t => t.Ends, Clock.GetUtcNow().AddMinutes(14.9)));

        Clock.Advance(TimeSpan.FromSeconds(45));

        time.RenderCount.ShouldBe(1);
    }

    [Fact]
    public void TimeLeft_WithoutAnEnd_ShowsNothing() => Render<TimeLeft>(p => p.Add(t => t.Ends, null)).Markup.Trim().ShouldBeEmpty();

    [Fact]
    public async Task Purpose_SaysWhenNoneIsInForce_AndCanBeChosen()
    {
        var asked = 0;
        var purpose = Render<PurposeInForce>(p => p.Add(x => x.OnChange, () => asked++));

        purpose.Markup.ShouldContain("No purpose chosen");
        await purpose.Find("button").ClickAsync();

        asked.ShouldBe(1);
    }

    [Fact]
    public void Training_SaysSoInWords_OnlyWhenActive()
    {
        Render<TrainingFrame>(p => p.Add(t => t.Active, true).AddChildContent("page")).Find("[role=note]").TextContent.ShouldBe("Training: nothing here is real");
        Render<TrainingFrame>(p => p.Add(t => t.Active, false).AddChildContent("page")).Markup.Trim().ShouldBe("page");
    }

    [Fact]
    public void Reconnect_HasTheIdThatTheFrameworkLooksFor_AndWordsForEachState()
    {
        var dialog = Render<ReconnectDialog>();

        dialog.Find("dialog#components-reconnect-modal").GetAttribute("aria-labelledby").ShouldBe(dialog.Find("h2").Id);
        foreach (var state in new[] { "show", "failed", "rejected" })
            dialog.FindAll($"p[data-when='{state}']").ShouldHaveSingleItem().TextContent.ShouldNotBeEmpty();
        dialog.FindAll("[style], style, script").ShouldBeEmpty();
    }

    [Fact]
    public void Aside_IsANamedLandmark() => Render<PageColumns>(p => p.AddChildContent("page").Add(c => c.Aside, "next").Add(c => c.AsideLabel, "What to do next"))
        .Find("aside").GetAttribute("aria-label").ShouldBe("What to do next");
}
