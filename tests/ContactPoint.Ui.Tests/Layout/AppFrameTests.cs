using Bunit;
using ContactPoint.Ui.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Ui.Tests.Layout;

public sealed class AppFrameTests : UiContext
{
    private static readonly RailGroup[] Rail = [new(null, [new("Home", "", "<path/>", true)]), new("Workspaces", [new("School", "school", "<path/>")], "education")];

    [Fact]
    public void Landmarks_AreOneHeaderOneMainAndANamedNavigation()
    {
        var frame = RenderFrame();

        frame.FindAll("main").Count.ShouldBe(1);
        frame.FindAll("header").Count.ShouldBe(1);
        frame.FindAll("nav").ShouldHaveSingleItem().GetAttribute("aria-label").ShouldBe("Main");
        frame.Find("main").TextContent.ShouldContain("The page");
    }

    [Fact]
    public void SkipLink_ComesFirst_AndMovesTheFocusToMain()
    {
        var frame = RenderFrame();
        frame.Find("a, button").TextContent.ShouldBe("Skip to main content");

        frame.Find("a").Click();

        JSInterop.VerifyFocusAsyncInvoke().Arguments[0].ShouldBeElementReferenceTo(frame.Find("main"));
        frame.Find("main").GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public void MenuButton_IsNamed_AndSaysWhetherTheDrawerIsOpen()
    {
        var frame = RenderFrame();
        frame.Find("button").TextContent.Trim().ShouldBe("Menu");
        frame.Find("button").GetAttribute("aria-expanded").ShouldBe("false");
        frame.Find($"#{frame.Find("button").GetAttribute("aria-controls")}").QuerySelector("nav").ShouldNotBeNull();

        frame.Find("button").Click();

        frame.Find("button").GetAttribute("aria-expanded").ShouldBe("true");
        frame.Find("button").TextContent.Trim().ShouldBe("Close menu");
    }

    [Fact]
    public void Escape_ClosesTheDrawer_AndGivesTheFocusBack()
    {
        var frame = RenderFrame();
        // Read before the button is rendered anew: afterwards bUnit no longer knows its reference.
        var button = frame.Find("button").GetAttribute("blazor:elementReference");
        frame.Find("button").Click();

        frame.Find("nav a").KeyDown("Escape");

        frame.Find("button").GetAttribute("aria-expanded").ShouldBe("false");
        JSInterop.VerifyFocusAsyncInvoke().Arguments[0].ShouldBeOfType<ElementReference>().Id.ShouldBe(button);
    }

    [Fact]
    public void Escape_WithTheDrawerClosed_LeavesTheFocusAlone()
    {
        RenderFrame().Find("nav a").KeyDown("Escape");

        FocusMoves.ShouldBe(0);
    }

    [Fact]
    public void FollowingALink_ClosesTheDrawer()
    {
        var frame = RenderFrame();
        frame.Find("button").Click();

        Services.GetRequiredService<NavigationManager>().NavigateTo("school");

        frame.WaitForAssertion(() => frame.Find("button").GetAttribute("aria-expanded").ShouldBe("false"));
    }

    [Fact]
    public void CurrentPage_IsMarkedForScreenReaders()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("school");

        RenderFrame().FindAll("nav a[aria-current=page]").ShouldHaveSingleItem().TextContent.Trim().ShouldBe("School");
    }

    [Fact]
    public void PurposeAndRecordInView_StandInTheHeader()
    {
        var frame = Render<AppFrame>(p => p.AddChildContent("The page").Add(f => f.RecordInView, "SAMPLE, Child").Add(f => f.Purpose, "Purpose: enquiry")
            .Add(f => f.Organisation, "School").Add(f => f.Area, "Salford"));

        var header = frame.Find("header").TextContent;
        header.ShouldContain("SAMPLE, Child");
        header.ShouldContain("Purpose: enquiry");
        header.ShouldContain("Salford");
    }

    private IRenderedComponent<AppFrame> RenderFrame() => Render<AppFrame>(p => p.AddChildContent("The page").Add(f => f.Rail, Rail));
}
