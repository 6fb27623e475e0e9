using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Home;

/// <summary>Lists the caller's own children (INV-8): a roster of a closed kind, audited page by page (SEA-9).</summary>
public sealed class MyChildrenHandler(ICallerSource callers, IRecordGate gate)
{
    /// <summary>One page.</summary>
    /// <param name="query">Which list and page.</param>
    /// <param name="cancellation">Cancels before the audit entry is committed.</param>
    public async Task<Result<RosterPage>> HandleAsync(MyChildren query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var caller = await callers.CurrentAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        var kind = query.List == MyChildrenList.Setting ? RosterKind.OwnSetting : RosterKind.OwnInvolvements;
        return await gate.ListAsync(caller.Value, new RosterRequest(kind, query.Page), cancellation);
    }
}
