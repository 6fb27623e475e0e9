using Bunit;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Shell.Feeds.Queue;
using ContactPoint.Shell.Tests.Pages.Fakes;
using ContactPoint.Ui.Feedback;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

public sealed class QueuePagesTests : PageContext
{
    public QueuePagesTests()
    {
        Person.Caller = Made.Steward();
        Queue.View = FakeQueue.Row(Person.Caller, Clock);
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public void Waiting_ToAnybodyButASteward_IsRefusedInWords()
    {
        Queue.Refusal = GateErrors.OutOfRole;

        var page = Render<QueueWaiting>();

        page.FindAll("table").ShouldBeEmpty();
        page.Find(".cp-refusal").TextContent.ShouldContain(GateErrors.OutOfRole.Message);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public void Waiting_LeadsToTheRow()
    {
        var page = Render<QueueWaiting>();

        page.Find("tbody a").GetAttribute("href").ShouldBe($"feeds/queue/{FakeQueue.RowId}");
        page.Find("tbody").TextContent.ShouldContain("Perhaps a twin.");
        page.Find("nav a[aria-current=page]").TextContent.ShouldBe("Waiting");
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public void Row_StandsBesideEachCandidateWithItsWeights()
    {
        var page = Row();

        page.FindAll("section.cp-panel").Count.ShouldBe(3);
        page.FindAll("figure.cp-waterfall").Count.ShouldBe(2);
        page.Find("figure.cp-waterfall").TextContent.ShouldContain("given name differs");
        page.FindAll("button").Select(button => button.GetAttribute("aria-label")).OfType<string>().ShouldContain(name => name.StartsWith("Not the same child as Osborne", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Link_AsksFirst_ThenDecidesAndLeadsBackToTheList()
    {
        var page = Row();

        await Button(page, "Link").ClickAsync();
        Queue.Decisions.ShouldBeEmpty();
        await page.InvokeAsync(() => page.FindComponent<ConfirmDialog>().Instance.OnConfirm.InvokeAsync());

        Queue.Decisions.ShouldBe([new QueueDecision(FakeQueue.RowId, QueueChoice.Link, new ChildHandle("one"))]);
        Address.ShouldEndWith("feeds/queue?done=Link");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?done=NotTheSame", false)]
    [InlineData("?done=99", false)]
    [InlineData("?done=Link", true)]
    [InlineData("?done=New", true)]
    [Trait("Rule", "FED-7")]
    public void Waiting_AfterADecision_SaysSoAndWhereItIsUndone(string query, bool isSaid)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"feeds/queue{query}");

        var page = Render<QueueWaiting>();

        page.FindAll(".cp-banner--success").Count.ShouldBe(isSaid ? 1 : 0);
        if (isSaid) page.Find(".cp-banner--success").TextContent.ShouldContain("undo this under Decided");
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task NotTheSame_IsDecidedAtOnceAndTheRowReadAgain()
    {
        var page = Row();

        await Button(page, "Not the same").ClickAsync();

        Queue.Decisions.ShouldBe([new QueueDecision(FakeQueue.RowId, QueueChoice.NotTheSame, new ChildHandle("one"))]);
        Queue.Opened.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task New_AsksFirst()
    {
        var page = Row();

        await Button(page, "New record").ClickAsync();
        Queue.Decisions.ShouldBeEmpty();
        await page.InvokeAsync(() => page.FindComponent<ConfirmDialog>().Instance.OnConfirm.InvokeAsync());

        Queue.Decisions.ShouldBe([new QueueDecision(FakeQueue.RowId, QueueChoice.New)]);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Decide_WhenSomebodyElseWasFaster_SaysSoAndShowsNothingMore()
    {
        var page = Row();
        Queue.Refusal = QueueErrors.Decided;

        await Button(page, "Not the same").ClickAsync();

        page.Find(".cp-refusal").TextContent.ShouldContain(QueueErrors.Decided.Message);
        page.FindAll("section.cp-panel").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Invariant", "I-09")]
    public async Task Row_WhoseCandidateIsRevoked_GoesBlank()
    {
        var page = Row();

        await Person.RevokeRecordAsync();

        page.FindAll("section.cp-panel").ShouldBeEmpty();
        page.Find(".cp-refusal").TextContent.ShouldContain(PassErrors.Ended.Message);
    }

    [Fact]
    public void Row_AfterAQuarterOfAnHour_GoesBlank()
    {
        var page = Row();

        Clock.Advance(TimeSpan.FromMinutes(16));

        page.WaitForAssertion(() => page.FindAll("section.cp-panel").ShouldBeEmpty());
    }

    [Fact]
    [Trait("Rule", "SEA-8")]
    public void Row_BeyondTheSoftLimit_AsksForAFreshCode()
    {
        Queue.Refusal = GateErrors.StepUpNeeded;

        Row().Find("#step-up-code").ShouldNotBeNull();
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Undo_AsksFirst_ThenSaysWhatStaysAsItIs()
    {
        Queue.Left = ["address"];
        var page = Render<QueueDecided>();

        await page.Find("tbody button").ClickAsync();
        Queue.Undone.ShouldBeEmpty();
        await page.InvokeAsync(() => page.FindComponent<ConfirmDialog>().Instance.OnConfirm.InvokeAsync());

        Queue.Undone.ShouldBe([FakeQueue.DecisionId]);
        page.Find(".cp-banner--warning").TextContent.ShouldContain("address");
        page.FindAll("tbody button").ShouldBeEmpty();
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<QueuedRowPage> page, string text) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == text);

    private IRenderedComponent<QueuedRowPage> Row() => Render<QueuedRowPage>(parameters => parameters.Add(page => page.Row, FakeQueue.RowId));
}
