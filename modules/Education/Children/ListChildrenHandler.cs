using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Modules.Education.Children;

/// <summary>Reads the lists of the workspace: rosters of closed kinds, each page decided on and recorded by the gate (SEA-9).</summary>
public sealed class ListChildrenHandler(ICallerSource callers, IModuleSwitch switches, IModuleSettings settings, IRecordGate gate)
{

    /// <summary>The lists that this person may have. Staff of an authority have no setting of their own.</summary>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<Result<ListOffer>> OffersAsync(CancellationToken cancellation = default)
    {
        var caller = await AdmitAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        var days = await DaysAsync(caller.Value, cancellation);
        if (caller.Value.Agency != Agency.Education) return new ListOffer([], days);
        var offered = (await gate.RostersAsync(caller.Value, cancellation)).ToHashSet();
        if (offered.Contains(RosterKind.MissingEducation)) offered.Remove(RosterKind.OwnSetting);
        return new ListOffer([.. ChildrenList.All.Where(list => offered.Contains(list.Kind))], days);
    }

    /// <summary>One page of a list; one entry in the audit trail.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="page">From 0; 25 a page.</param>
    /// <param name="cancellation">Cancels before the entry is committed.</param>
    public async Task<Result<RosterPage>> ReadAsync(ChildrenList list, int page, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        var caller = await AdmitAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        if (caller.Value.Agency != Agency.Education) return GateErrors.OutOfRole;
        return await gate.ListAsync(caller.Value, new RosterRequest(list.Kind, page) { Days = await DaysAsync(caller.Value, cancellation) }, cancellation);
    }

    private async Task<Result<CallerContext>> AdmitAsync(CancellationToken cancellation)
    {
        var caller = await callers.CurrentAsync(cancellation);
        if (!caller.Succeeded) return caller.Error;
        return await switches.MayReadAsync("education", caller.Value, cancellation) is { } off ? off : caller;
    }

    private async ValueTask<int> DaysAsync(CallerContext caller, CancellationToken cancellation) =>
        (await settings.ReadAsync(EducationModule.RecentDays.Key, caller.Authority, cancellation)).Number;
}

/// <summary>What there is to choose.</summary>
/// <param name="Lists">The lists that the person may have.</param>
/// <param name="Days">The days that count as the last ones in their authority.</param>
public sealed record ListOffer(IReadOnlyList<ChildrenList> Lists, int Days);
