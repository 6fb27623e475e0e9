using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;
using ContactPoint.Shell.Errors;
using Microsoft.AspNetCore.Components.Routing;

namespace ContactPoint.Shell.Layout;

/// <summary>
/// The frame round every page: who one is, why one looks, whose record is open, how long the session lasts. It is drawn when it is known
/// who asks, and again only for another page or record: its changing parts follow what they show by themselves (ADR 0009).
/// </summary>
public sealed partial class MainLayout
{
    private PageErrorBoundary? boundary;
    private CallerContext? caller;
    private IReadOnlySet<string> off = new HashSet<string>();
    private bool ready;

    private bool ReachesRecords => caller?.ReachesRecords(Clock.GetUtcNow()) == true;

    /// <inheritdoc />
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        InView.Changed -= Refresh;
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        InView.Changed += Refresh;
        var current = await Callers.CurrentAsync();
        caller = current.Succeeded ? current.Value : null;
        off = await OffAsync();
        ready = true;
    }

    // A failure belongs to the page that failed, not to the next one.
    private void Moved(object? sender, LocationChangedEventArgs args)
    {
        boundary?.Recover();
        if (Modules.Ready.Count > 0) _ = InvokeAsync(RefreshOffAsync);
    }

    // Links of modules follow the switches from page to page. A rail that could not be refreshed leads to a door that asks by itself.
    private async Task RefreshOffAsync()
    {
        var next = await OffAsync();
        if (next.SetEquals(off)) return;
        off = next;
        StateHasChanged();
    }

    private async Task<IReadOnlySet<string>> OffAsync()
    {
        var found = new HashSet<string>();
        foreach (var key in Modules.Ready.Select(module => module.Manifest.Key))
            if (await Switches.StateAsync(key, caller?.Authority) == ModuleSwitchState.Off) found.Add(key);
        return found;
    }

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
