using Bunit;
using ContactPoint.Ui.Feedback;
using MudBlazor;

namespace ContactPoint.Ui.Tests.Feedback;

public sealed class FeedbackTests : UiContext
{
    [Theory]
    [InlineData(BannerKind.Danger, false, null)]
    [InlineData(BannerKind.Danger, true, "alert")]
    [InlineData(BannerKind.Success, true, "status")]
    public void Banner_IsReadOutOnlyWhenItAnswersTheReader(BannerKind kind, bool announce, string? role)
    {
        var banner = Render<NotificationBanner>(p => p.Add(b => b.Kind, kind).Add(b => b.Announce, announce).AddChildContent("Words"));

        banner.FindAll("div[role]").Select(element => element.GetAttribute("role")).ShouldBe(role is null ? [] : [role]);
    }

    [Fact]
    public void EveryKind_SaysItInWords_NotByColourAlone()
    {
        foreach (var kind in Enum.GetValues<BannerKind>())
        {
            var banner = Render<NotificationBanner>(p => p.Add(b => b.Kind, kind).AddChildContent("Words"));
            var section = banner.Find("section");
            banner.Find($"#{section.GetAttribute("aria-labelledby")}").TextContent.Trim().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Tag_HoldsItsWords_AndHidesItsIcon()
    {
        var tag = Render<StatusTag>(p => p.Add(t => t.Kind, BannerKind.Warning).Add(t => t.Text, "Gap"));

        tag.Find("span").TextContent.Trim().ShouldBe("Gap");
        tag.FindAll("svg").ShouldAllBe(icon => icon.GetAttribute("aria-hidden") == "true");
    }

    [Fact]
    public void Progress_WithoutTotal_IsIndeterminate()
    {
        var progress = Render<ProgressWithCounts>(p => p.Add(x => x.Label, "Reading").Add(x => x.Count, 810));

        progress.Find("progress").HasAttribute("value").ShouldBeFalse();
        progress.Markup.ShouldContain("810 so far");
    }

    [Fact]
    public void Progress_IsNamed_AndCounts()
    {
        var progress = Render<ProgressWithCounts>(p => p.Add(x => x.Label, "Checking the roll").Add(x => x.Count, 12_400L).Add(x => x.Total, 50_000L)
            .Add(x => x.TimeLeft, TimeSpan.FromSeconds(95)));

        progress.Find($"#{progress.Find("progress").GetAttribute("aria-labelledby")}").TextContent.ShouldBe("Checking the roll");
        progress.Find("progress").GetAttribute("value").ShouldBe("0.248");
        progress.Markup.ShouldContain("12,400 of 50,000 · about 2 minutes left");
    }

    [Fact]
    public void Progress_IsAnnouncedAtEachTenth_NotAtEachCount()
    {
        var progress = Render<ProgressWithCounts>(p => p.Add(x => x.Label, "Checking").Add(x => x.Count, 0L).Add(x => x.Total, 1000L));
        string Announced() => progress.Find("[role=status]").TextContent;
        var first = Announced();

        progress.Render(p => p.Add(x => x.Count, 99L));
        Announced().ShouldBe(first);

        progress.Render(p => p.Add(x => x.Count, 100L));
        Announced().ShouldBe("Checking: 100 of 1,000");

        progress.Render(p => p.Add(x => x.Count, 1000L));
        Announced().ShouldBe("Checking: 1,000 of 1,000, finished");
    }

    [Fact]
    public void EmptyState_SaysWhatToDoNext()
    {
        var state = Render<EmptyState>(p => p.Add(e => e.Title, "No tasks today").AddChildContent("Nothing to do.").Add(e => e.Action, "<a href=\"find\">Find a child</a>"));

        state.Find("h2").TextContent.ShouldBe("No tasks today");
        state.Find("a").TextContent.ShouldBe("Find a child");
    }

    [Fact]
    public void Confirm_IsADialogNamedByItsQuestion()
    {
        var page = RenderDialog(out _, out _);

        var dialog = page.Find("[role=dialog]");
        dialog.GetAttribute("aria-modal").ShouldBe("true");
        page.Find($"#{dialog.GetAttribute("aria-labelledby")}").TextContent.Trim().ShouldBe("End your involvement?");
    }

    [Fact]
    public async Task Confirm_Cancel_ClosesWithoutTheAct()
    {
        var page = RenderDialog(out var acts, out var closed);

        await page.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").ClickAsync();

        closed.Count.ShouldBe(1);
        acts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Confirm_TheVerb_DoesTheAct()
    {
        var page = RenderDialog(out var acts, out _);

        await page.FindAll("button").Single(button => button.TextContent.Trim() == "End involvement").ClickAsync();

        acts.Count.ShouldBe(1);
    }

    private IRenderedComponent<DialogHost> RenderDialog(out List<bool> acts, out List<bool> closed)
    {
        var (actsMade, closings) = (new List<bool>(), new List<bool>());
        (acts, closed) = (actsMade, closings);
        var provider = Render<DialogHost>();
        Render<ConfirmDialog>(p => p.Add(d => d.Open, true).Add(d => d.Title, "End your involvement?").AddChildContent("The child leaves your list.")
            .Add(d => d.ConfirmText, "End involvement").Add(d => d.Dangerous, true)
            .Add(d => d.OnConfirm, () => actsMade.Add(true)).Add(d => d.OpenChanged, open => closings.Add(open)));
        provider.WaitForElement("[role=dialog]");
        return provider;
    }
}
