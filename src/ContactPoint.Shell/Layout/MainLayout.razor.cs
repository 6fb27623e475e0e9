using ContactPoint.Sdk.Access;
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
        ready = true;
    }

    // A failure belongs to the page that failed, not to the next one.
    private void Moved(object? sender, LocationChangedEventArgs args) => boundary?.Recover();

    private void Refresh() => _ = InvokeAsync(StateHasChanged);
}
