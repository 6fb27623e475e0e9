using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace ContactPoint.Ui.Tests;

/// <summary>A renderer with the library's services, British culture and a clock that stands still.</summary>
public abstract class UiContext : BunitContext
{
    protected UiContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        Services.AddContactPointUi();
        Services.AddSingleton<TimeProvider>(Clock);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Script = new TitleScript(JSInterop.JSRuntime);
        Services.AddSingleton<IJSRuntime>(Script);
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    protected TitleScript Script { get; }

    /// <summary>How often the focus was moved.</summary>
    protected int FocusMoves => JSInterop.Invocations["contactPoint.focus"].Count;
}
