using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.ListQueue;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Directory.Feeds.Queue.UndoDecision;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Queue;

/// <summary>Rows of feeds that wait for a data steward of the authority that answers for their source (FED-7). Every look and every act stands in the audit trail.</summary>
public interface IStewardQueue
{
    /// <summary>Rows that wait, longest first.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    Task<Result<QueuePage>> WaitingAsync(CallerContext caller, int page, CancellationToken cancellation = default);

    /// <summary>What was decided, latest first.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    Task<Result<DecidedPage>> DecidedAsync(CallerContext caller, int page, CancellationToken cancellation = default);

    /// <summary>A row beside the children it may mean.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="row">The row.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    Task<Result<QueuedRowView>> OpenAsync(CallerContext caller, Guid row, CancellationToken cancellation = default);

    /// <summary>Decides whom a row means. The same decision again is the same decision.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The decision's id.</returns>
    Task<Result<Guid>> DecideAsync(CallerContext caller, QueueDecision decision, CancellationToken cancellation = default);

    /// <summary>Undoes a decision: the record is as it was before, save what was changed otherwise since.</summary>
    /// <param name="caller">A data steward.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<UndoneDecision>> UndoAsync(CallerContext caller, Guid decision, CancellationToken cancellation = default);
}
