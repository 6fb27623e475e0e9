using ContactPoint.Shell.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ContactPoint.Shell.Session;

/// <summary>
/// Shows its content while the circuit's session is live. When it ends the content is taken away at once and the browser is led to the
/// signed-out page; when it only goes on under a newer token, the window says so and asks to be loaded again. Two minutes before the idle end it asks whether to stay.
/// </summary>
public sealed partial class SessionBoundary : ComponentBase
{
    private static readonly TimeSpan Warning = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    // A sign-out in this very window is already on its way to the same page; it must not be overtaken.
    private static readonly TimeSpan BeforeLeaving = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource stopping = new();
    private bool ready;
    private bool ended;
    private bool warning;
    private bool warned;

    /// <summary>What the session's owner sees.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private CircuitSession Session { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Session.Ended -= Leave;
        stopping.Cancel();
        stopping.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Session.Ended += Leave;
        await Session.Bound;
        ready = true;
        if (Session.EndedBecause is not null)
            Leave();
        else
            _ = KeepWatchAsync(stopping.Token);
    }

    private string Here => new Uri(Navigation.Uri).AbsolutePath;

    private void Leave() => _ = InvokeAsync(async () =>
    {
        if (ended)
            return;
        ended = true;
        StateHasChanged();
        Session.IsBlank = true;

        // The session goes on: the window waits for its person to load the page again, by when the browser has the new cookie.
        if (Session.EndedBecause is SignedOutReason.Renewed)
            return;
        await Task.Delay(BeforeLeaving);
        if (!stopping.IsCancellationRequested)
            await LeadAwayAsync();
    });

    // Not by NavigationManager: it waits for the browser's answer and calls it a fault of the circuit when none comes. A browser that has gone,
    // to that page or another, answers nothing, and its line has been cut.
    private async Task LeadAwayAsync()
    {
        try
        {
            await Script.InvokeVoidAsync("Blazor.navigateTo", $"/signed-out?reason={Session.EndedBecause}", new { forceLoad = true });
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // Nothing is left to lead away.
        }
    }

    private async Task KeepWatchAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && !ended)
        {
            var untilWarning = Session.IdleEndsAt - Warning - Clock.GetUtcNow();
            await Task.Delay(untilWarning > LookAgain ? untilWarning : LookAgain, Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (cancellation.IsCancellationRequested)
                return;
            var live = await Session.TryRefreshAsync();
            if (live is null && Clock.GetUtcNow() < Session.EndsAt)
                continue;
            if (live is not true)
            {
                Session.End(await Session.ReasonAsync());
                return;
            }

            Show(Clock.GetUtcNow() >= Session.IdleEndsAt - Warning);
        }
    }

    private async Task StayAsync()
    {
        if (await Session.StayAsync())
            Show(false);
    }

    private void Show(bool isSoon)
    {
        if (warning == isSoon)
            return;
        warning = isSoon;
        warned |= isSoon;
        StateHasChanged();
    }
}
