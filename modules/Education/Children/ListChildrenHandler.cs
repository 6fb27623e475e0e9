using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Modules.Education.Children;

/// <summary>Reads the lists of the workspace: rosters of closed kinds, each page decided on and recorded by the gate (SEA-9).</summary>
public sealed class ListChildrenHandler(ICallerSource callers, IRecordGate gate)
{
    /// <summary>The days that count as the last ones.</summary>
    public const int Days = 30;

    /// <summary>The lists that this person may have. Staff of an authority have no setting of their own.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<Result<IReadOnlyList<ChildrenList>>> OffersAsync(CancellationToken cancellation = default)
    {
        var caller = await callers.CurrentAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        if (caller.Value.Agency != Agency.Education) return new List<ChildrenList>();
        var offered = (await gate.RostersAsync(caller.Value, cancellation)).ToHashSet();
        if (offered.Contains(RosterKind.MissingEducation)) offered.Remove(RosterKind.OwnSetting);
        return ChildrenList.All.Where(list => offered.Contains(list.Kind)).ToList();
    }

    /// <summary>One page of a list; one entry in the audit trail.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels before the entry is committed.</param>
    public async Task<Result<RosterPage>> ReadAsync(ChildrenList list, int page, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        var caller = await callers.CurrentAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        if (caller.Value.Agency != Agency.Education) return GateErrors.OutOfRole;
        return await gate.ListAsync(caller.Value, new RosterRequest(list.Kind, page) { Days = Days }, cancellation);
    }
}
