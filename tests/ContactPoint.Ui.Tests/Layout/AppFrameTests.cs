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
    public async Task SkipLink_ComesFirst_AndMovesTheFocusToMain()
    {
        var frame = RenderFrame();
        frame.Find("a, button").TextContent.ShouldBe("Skip to main content");

        await frame.Find("a").ClickAsync();

        JSInterop.VerifyInvoke("contactPoint.focus").Arguments.ShouldBe([frame.Find("main").Id]);
        frame.Find("main").GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public async Task MenuButton_IsNamed_AndSaysWhetherTheDrawerIsOpen()
    {
        var frame = RenderFrame();
        frame.Find("button").TextContent.Trim().ShouldBe("Menu");
        frame.Find("button").GetAttribute("aria-expanded").ShouldBe("false");
        frame.Find($"#{frame.Find("button").GetAttribute("aria-controls")}").QuerySelector("nav").ShouldNotBeNull();

        await frame.Find("button").ClickAsync();

        frame.Find("button").GetAttribute("aria-expanded").ShouldBe("true");
        frame.Find("button").TextContent.Trim().ShouldBe("Close menu");
    }

    [Fact]
    public async Task Escape_ClosesTheDrawer_AndGivesTheFocusBack()
    {
        var frame = RenderFrame();
        await frame.Find("button").ClickAsync();

        await frame.Find("nav a").KeyDownAsync("Escape");

        frame.Find("button").GetAttribute("aria-expanded").ShouldBe("false");
        JSInterop.VerifyInvoke("contactPoint.focus").Arguments.ShouldBe([frame.Find("button").Id]);
    }

    [Fact]
    public async Task Escape_WithTheDrawerClosed_LeavesTheFocusAlone()
    {
        await RenderFrame().Find("nav a").KeyDownAsync("Escape");

        FocusMoves.ShouldBe(0);
    }

    [Fact]
    public async Task FollowingALink_ClosesTheDrawer()
    {
        var frame = RenderFrame();
        await frame.Find("button").ClickAsync();

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
