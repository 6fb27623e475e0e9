using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.ListQueue;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Directory.Feeds.Queue.UndoDecision;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Queue;

/// <summary>The queue's use cases behind one port, for pages.</summary>
internal sealed class StewardQueue(ListQueueHandler list, OpenQueuedRowHandler open, DecideQueuedRowHandler decide, UndoDecisionHandler undo) : IStewardQueue
{
    public Task<Result<QueuePage>> WaitingAsync(CallerContext caller, int page, CancellationToken cancellation = default) => list.WaitingAsync(caller, page, cancellation);

    public Task<Result<DecidedPage>> DecidedAsync(CallerContext caller, int page, CancellationToken cancellation = default) => list.DecidedAsync(caller, page, cancellation);

    public Task<Result<QueuedRowView>> OpenAsync(CallerContext caller, Guid row, CancellationToken cancellation = default) => open.HandleAsync(caller, row, cancellation);

    public Task<Result<Guid>> DecideAsync(CallerContext caller, QueueDecision decision, CancellationToken cancellation = default) => decide.HandleAsync(caller, decision, cancellation);

    public Task<Result<UndoneDecision>> UndoAsync(CallerContext caller, Guid decision, CancellationToken cancellation = default) => undo.HandleAsync(caller, decision, cancellation);
}
