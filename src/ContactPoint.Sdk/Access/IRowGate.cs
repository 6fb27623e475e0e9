using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Access;

/// <summary>The only way to what a row of a feed says while no record holds it: ask, decide, write the audit entry, disclose.</summary>
/// <remarks>For data stewards of the authority that answers for the row's source, to keep data right. A child whom the row may mean is opened by <see cref="IRecordGate"/> like any other.</remarks>
public interface IRowGate
{
    /// <summary>A pass to what the rows say.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">Which rows, and as what it is recorded.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>A refusal when one of the rows is out of the caller's reach, or the session has ended.</returns>
    Task<Result<RowsPass>> OpenAsync(CallerContext caller, RowsRequest request, CancellationToken cancellation = default);
}

/// <summary>Rows of feeds to be shown.</summary>
/// <param name="Event">As what it is recorded.</param>
/// <param name="Rows">At most 25.</param>
public sealed record RowsRequest(AuditEventType Event, IReadOnlyList<RowToShow> Rows);

/// <summary>A row of a feed to be shown.</summary>
/// <param name="Id">The row.</param>
/// <param name="Authority">The local authority of its source; null for a national one.</param>
public sealed record RowToShow(Guid Id, LocalAuthorityCode? Authority);
