using ContactPoint.Sdk.Access;
using ContactPoint.Shell.Errors;
using Microsoft.AspNetCore.Components.Routing;

namespace ContactPoint.Shell.Layout;

/// <summary>The frame round every page: who one is, why one looks, whose record is open, how long the session lasts.</summary>
public sealed partial class MainLayout
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    private PageErrorBoundary? boundary;
    private CallerContext? caller;
    private DateTimeOffset? ends;
    private ITimer? timer;

    private bool ReachesRecords => caller?.ReachesRecords(Clock.GetUtcNow()) == true;

    /// <inheritdoc />
    public void Dispose()
    {
        timer?.Dispose();
        Navigation.LocationChanged -= Moved;
        Stated.Changed -= Refresh;
        InView.Changed -= Refresh;
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        Stated.Changed += Refresh;
        InView.Changed += Refresh;
        timer = Clock.CreateTimer(_ => _ = InvokeAsync(ReadTimeAsync), null, Beat, Beat);
        var current = await Callers.CurrentAsync();
        caller = current.Succeeded ? current.Value : null;
        await ReadTimeAsync();
    }

    // A failure belongs to the page that failed, not to the next one.
    private void Moved(object? sender, LocationChangedEventArgs args)
    {
        boundary?.Recover();
        _ = InvokeAsync(ReadTimeAsync);
    }

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    // Reading the session's times is no activity: it keeps nobody signed in.
    private async Task ReadTimeAsync()
    {
        if (await Session.TryRefreshAsync() is not true) return;
        ends = Session.IdleEndsAt < Session.EndsAt ? Session.IdleEndsAt : Session.EndsAt;
        StateHasChanged();
    }

    private void ChangePurpose()
    {
        Stated.Change();
        var here = Navigation.ToBaseRelativePath(Navigation.Uri);
        if (here != "find" && !here.StartsWith("child/", StringComparison.Ordinal)) Navigation.NavigateTo("find");
    }
}
