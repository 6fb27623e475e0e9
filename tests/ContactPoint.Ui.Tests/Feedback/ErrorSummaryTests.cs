using Bunit;
using Bunit.TestDoubles;
using ContactPoint.Ui.Feedback;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Ui.Tests.Feedback;

public sealed class ErrorSummaryTests : UiContext
{
    private static readonly FieldError[] Errors = [new("family", "Enter the family name"), new("", "The service is busy. Try again.")];

    [Fact]
    public void NoErrors_ShowNothingAndLeaveTheFocusAlone()
    {
        Render<ErrorSummary>(p => p.Add(s => s.Errors, [])).Markup.Trim().ShouldBeEmpty();
        Render<ErrorSummary>(p => p.Add(s => s.Errors, null)).Markup.Trim().ShouldBeEmpty();

        FocusMoves.ShouldBe(0);
    }

    [Fact]
    public void Errors_AreReadOut_TitledAndListed()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, Errors));

        summary.Find("[role=alert] h2").TextContent.ShouldBe("There is a problem");
        summary.FindAll("li").Select(line => line.TextContent.Trim()).ShouldBe(Errors.Select(error => error.Message));
        summary.FindAll("a").Count.ShouldBe(1);
    }

    [Fact]
    public void NewErrors_TakeTheFocus_TheSameListDoesNot()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, Errors));
        FocusMoves.ShouldBe(1);

        summary.Render(p => p.Add(s => s.Errors, Errors));
        FocusMoves.ShouldBe(1);

        summary.Render(p => p.Add(s => s.Errors, [.. Errors]));
        FocusMoves.ShouldBe(2);
    }

    [Fact]
    public async Task Link_PointsIntoThisPage_AndMovesTheFocusToItsField()
    {
        Services.GetRequiredService<NavigationManager>().ShouldBeOfType<BunitNavigationManager>().NavigateTo("find?step=2");
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, Errors));

        summary.Find("a").GetAttribute("href").ShouldBe("http://localhost/find?step=2#family");
        await summary.Find("a").ClickAsync();

        JSInterop.Invocations["contactPoint.focus"].Select(move => move.Arguments.ShouldHaveSingleItem()).ShouldBe([summary.Find(".cp-error-summary").Id, "family"]);
    }

    [Fact]
    public void For_PicksTheFieldsOwnMessage()
    {
        FieldError.For(Errors, "family").ShouldBe("Enter the family name");
        FieldError.For(Errors, "given").ShouldBeNull();
        FieldError.For(null, "family").ShouldBeNull();
    }
}
