using Bunit;
using ContactPoint.Ui.Actions;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Ui.Tests.Actions;

public sealed class ButtonTests : UiContext
{
    [Fact]
    public async Task Press_WhileBusy_DoesNothing_ButKeepsTheFocusable()
    {
        var presses = 0;
        var button = Render<CpButton>(p => p.AddChildContent("Save").Add(b => b.Busy, true).Add(b => b.OnClick, () => presses++));

        await button.Find("button").ClickAsync();

        presses.ShouldBe(0);
        button.Find("button").HasAttribute("disabled").ShouldBeFalse();
        button.Find("button").GetAttribute("aria-disabled").ShouldBe("true");
        button.Find("button").TextContent.ShouldContain("working");
    }

    [Fact]
    public async Task BusyWhile_IsBusyUntilTheWorkIsDone_EvenWhenItFails()
    {
        var work = new TaskCompletionSource();
        var button = Render<CpButton>(p => p.AddChildContent("Find"));

        var running = button.InvokeAsync(() => button.Instance.BusyWhileAsync(() => work.Task));

        button.Find("button").GetAttribute("aria-busy").ShouldBe("true");
        work.SetException(new InvalidOperationException());
        await Should.ThrowAsync<InvalidOperationException>(() => running);
        button.Find("button").HasAttribute("aria-busy").ShouldBeFalse();
    }

    [Fact]
    public async Task Template_SendsTheForm_UnlessItHasACommand()
    {
        var presses = 0;
        Render(CpButton.Of(ButtonKind.Quiet, "Sign out")).Find("button").GetAttribute("type").ShouldBe("submit");

        var button = Render(CpButton.Of(ButtonKind.Quiet, "Change", EventCallback.Factory.Create(this, () => presses++))).Find("button");
        await button.ClickAsync();

        button.GetAttribute("type").ShouldBe("button");
        presses.ShouldBe(1);
    }

    [Fact]
    public async Task Press_WhenDisabled_DoesNothingEvenIfTheEventArrives()
    {
        var presses = 0;
        var button = Render<CpButton>(p => p.AddChildContent("Save").Add(b => b.Disabled, true).Add(b => b.OnClick, () => presses++));

        await button.Find("button").ClickAsync();

        presses.ShouldBe(0);
    }

    [Fact]
    public async Task Press_IsReported()
    {
        var presses = 0;
        var button = Render<CpButton>(p => p.AddChildContent("Save").Add(b => b.OnClick, () => presses++));

        await button.Find("button").ClickAsync();

        presses.ShouldBe(1);
        button.Find("button").GetAttribute("type").ShouldBe("button");
    }

    [Fact]
    public void Submit_SendsTheForm() => Render<CpButton>(p => p.AddChildContent("Find").Add(b => b.Submit, true))
        .Find("button").GetAttribute("type").ShouldBe("submit");

    [Fact]
    public void Address_MakesALink_UnlessDisabled()
    {
        Render<CpButton>(p => p.AddChildContent("Open").Add(b => b.Href, "child/1")).Find("a").GetAttribute("href").ShouldBe("child/1");
        Render<CpButton>(p => p.AddChildContent("Open").Add(b => b.Href, "child/1").Add(b => b.Disabled, true)).FindAll("a").ShouldBeEmpty();
    }

    [Fact]
    public void AccessibleName_IsTheButtonsName() => Render<CpButton>(p => p.AddChildContent("Open").Add(b => b.AccessibleName, "Open Sample, Child"))
        .Find("button").GetAttribute("aria-label").ShouldBe("Open Sample, Child");
}
