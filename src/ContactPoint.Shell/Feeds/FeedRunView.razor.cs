using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Feeds;

/// <summary>One run. While it is under way it is read again every second; leaving the page stops only the reading.</summary>
public sealed partial class FeedRunView : ComponentBase
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private FeedRunPage? shown;
    private FeedOutcome? only;
    private Error? refused;
    private ITimer? timer;
    private Guid read;
    private int number;
    private bool approving;
    private bool reading;

    /// <summary>Which run.</summary>
    [Parameter, EditorRequired]
    public Guid Run { get; set; }

    private bool IsUnderWay => shown?.Summary.State is FeedRunState.Queued or FeedRunState.Applying;

    /// <inheritdoc />
    public void Dispose() => timer?.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized() => timer = Clock.CreateTimer(_ => _ = InvokeAsync(FollowAsync), null, Beat, Beat);

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (read == Run) return Task.CompletedTask;
        (read, shown, only, number) = (Run, null, null, 0);
        return ReadAsync();
    }

    private async Task FollowAsync()
    {
        if (!IsUnderWay || reading) return;
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
#pragma warning disable CA1031 // Nobody awaits this: without the way to the error boundary the page would show an old count for ever.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private async Task ReadAsync()
    {
        reading = true;
        try
        {
            var asked = (Run, only, number);
            var caller = await Callers.CurrentAsync();
            var result = caller.Succeeded ? await Feeds.RunAsync(caller.Value, Run, only, number) : caller.Error;
            if (asked != (Run, only, number)) return;
            (shown, refused) = (result.Succeeded ? result.Value : null, result.Error);
        }
        finally
        {
            reading = false;
        }
    }

    private Task FilterAsync(FeedOutcome? outcome)
    {
        (only, number) = (outcome, 0);
        return ReadAsync();
    }

    private Task TurnAsync(int page)
    {
        number = page;
        return ReadAsync();
    }

    private async Task ApproveAsync()
    {
        if (approving) return;
        approving = true;
        var caller = await Callers.CurrentAsync();
        var result = caller.Succeeded ? await Feeds.ApproveAsync(caller.Value, Run) : caller.Error;
        approving = false;
        if (result.Succeeded) await ReadAsync();
        else refused = result.Error;
    }
}
