using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Sdk.Results;
using ContactPoint.Ui.Layout;
using Microsoft.AspNetCore.Components;

namespace ContactPoint.Shell.Feeds.Queue;

/// <summary>A row beside the children it may mean. Blank as soon as the pass to one of them has ended or her record was revoked, like the page of a record.</summary>
public sealed partial class QueuedRowPage : ComponentBase
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly List<IDisposable> watches = [];
    private QueuedRowView? view;
    private Error? refused;
    private (QueueChoice Choice, QueueCandidate? Candidate) asked = (QueueChoice.New, null);
    private ITimer? timer;
    private PageHeading? heading;
    private Guid read;
    private bool asking;
    private bool deciding;
    private bool ended;
    private bool gone;

    /// <summary>Which row.</summary>
    [Parameter, EditorRequired]
    public Guid Row { get; set; }

    private string Question => asked.Choice == QueueChoice.Link ? L["Queue.LinkAsk"] : L["Queue.NewAsk"];

    /// <inheritdoc />
    public void Dispose()
    {
        gone = true;
        timer?.Dispose();
        Blank();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => timer = Clock.CreateTimer(_ => _ = InvokeAsync(EndIfOver), null, Beat, Beat);

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (read == Row) return Task.CompletedTask;
        read = Row;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        Blank();
        ended = false;
        var wanted = Row;
        var caller = await Callers.CurrentAsync();
        var result = caller.Succeeded ? await Queue.OpenAsync(caller.Value, wanted) : caller.Error;
        if (gone || wanted != Row) return;
        (view, refused) = (result.Succeeded ? result.Value : null, result.Error);
        foreach (var candidate in view?.Candidates ?? []) watches.Add(Watches.Watch(candidate.Pass.Child, () => InvokeAsync(End)));
    }

    private void Ask(QueueChoice choice, QueueCandidate? candidate) => (asked, asking) = ((choice, candidate), true);

    private async Task DecideAsync(QueueChoice choice, QueueCandidate? candidate)
    {
        if (deciding) return;
        deciding = true;
        var caller = await Callers.CurrentAsync();
        var result = caller.Succeeded ? await Queue.DecideAsync(caller.Value, new QueueDecision(Row, choice, candidate?.Handle)) : caller.Error;
        (deciding, asking) = (false, false);
        if (!result.Succeeded)
        {
            Blank();
            refused = result.Error;
        }
        else if (choice == QueueChoice.NotTheSame)
        {
            await ReadAsync();

            // The button that was pressed has gone with its child.
            if (heading is not null) await heading.FocusAsync();
        }
        else Navigation.NavigateTo($"feeds/queue?done={choice}");
    }

    private void EndIfOver()
    {
        if (view is { } row && (row.Pass.HasEnded || row.Candidates.Any(candidate => candidate.Pass.HasEnded))) End();
    }

    private void End()
    {
        if (gone || view is null) return;
        Blank();
        (ended, asking) = (true, false);
        StateHasChanged();
    }

    private void Blank()
    {
        (view, asked) = (null, (QueueChoice.New, null));
        watches.ForEach(watch => watch.Dispose());
        watches.Clear();
    }
}
