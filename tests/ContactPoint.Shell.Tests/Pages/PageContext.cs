using System.Globalization;
using Bunit;
using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Search.FindChild;
using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Identity;
using ContactPoint.Kernel.Modules;
using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Session;
using ContactPoint.Shell.Tests.Pages.Fakes;
using ContactPoint.Ui;
using ContactPoint.Ui.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace ContactPoint.Shell.Tests.Pages;

/// <summary>A circuit's services with fakes behind the handlers, British culture, and a clock that the test moves.</summary>
public abstract class PageContext : BunitContext
{
    private protected PageContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<IJSRuntime>(new TitleScript(JSInterop.JSRuntime));
        Person.Caller = Made.Nurse();
        var settings = new Dictionary<string, string?> { ["ContactPoint:ShieldDesk:Phone"] = "08081 570 000", ["ContactPoint:ShieldDesk:Hours"] = "day and night" };
        Services.AddContactPointUi();
        Services.AddPages(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<ICallerSource>(Person);
        Services.AddSingleton<IStepUp>(Person);
        Services.AddSingleton<ISessions>(Person);
        Services.AddSingleton<IRecordWatch>(Person);
        Services.AddSingleton<IRecordGate>(Gate);
        Services.AddSingleton<IRecordReader>(Gate);
        Services.AddSingleton<IFeeds>(Feeds);
        Services.AddSingleton<IAuditReview>(Review);
        Services.AddSingleton<ILedgerSealer>(Review);
        Services.AddSingleton(ModuleCatalogue.Empty);
        Services.AddSingleton<IModuleDesk>(Desk);
        Services.AddSingleton<IModuleSwitch>(Desk);
        Services.AddScoped<AmbientSession>();
        Services.AddScoped<CircuitSession>();
        Services.AddScoped<FindChildHandler>();
        Services.AddScoped<OpenChildHandler>();
        Services.AddScoped<MyChildrenHandler>();
        Services.AddSingleton(Made.Declaring(Gate));
    }

    private protected FakeTimeProvider Clock { get; } = new(Made.Now);

    private protected FakeSession Person { get; } = new();

    private protected FakeGate Gate { get; } = new();

    private protected FakeFeeds Feeds { get; } = new();

    private protected FakeDesk Desk { get; } = new();

    private protected FakeReview Review { get; } = new();

    private protected StatedPurpose Stated => Services.GetRequiredService<StatedPurpose>();

    private protected RecordInView InView => Services.GetRequiredService<RecordInView>();

    private protected int FocusMoves => JSInterop.Invocations["contactPoint.focus"].Count;

    private protected string Address => Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri;

    private protected void State() => Stated.State(new AccessStatement(Purpose.UrgentCare, Relationship.PresentWithMe));
}
