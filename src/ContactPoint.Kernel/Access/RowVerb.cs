using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>Rows of feeds that no record holds, for the data stewards of their source's authority.</summary>
internal sealed class RowVerb(IUnitOfWorkFactory units, GateDoor door) : IRowGate
{
    private const int Most = RosterRequest.PageSize;
    private static readonly AccessStatement Statement = new(Purpose.DataQuality, Relationship.MyAreaOrSetting);

    public Task<Result<RowsPass>> OpenAsync(CallerContext caller, RowsRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return units.RunAsync(unit => DecideAsync(caller, request, unit), cancellation);
    }

    private async ValueTask<Result<RowsPass>> DecideAsync(CallerContext caller, RowsRequest request, IUnitOfWork unit)
    {
        var ending = door.Watch(caller);
        var detail = new Dictionary<string, object?> { ["rows"] = request.Rows.Select(row => row.Id).ToList() };
        var refusal = await door.AdmitAsync(caller, Statement, unit);
        if (refusal is null && !MayRead(caller, request)) refusal = new Refusal(GateErrors.OutOfRole, Reasons.OutOfRole);
        if (refusal is not null) return await door.RefuseAsync(caller, request.Event, Statement, refusal, detail, unit);
        var entry = await door.GrantAsync(caller, request.Event, Statement, null, detail, unit);
        return new RowsPass(door.Terms(caller, entry, ending), request.Rows.Select(row => row.Id).ToHashSet());
    }

    // An empty list is a list too: only a steward may see that nothing waits.
    private bool MayRead(CallerContext caller, RowsRequest request) => request.Rows.Count <= Most
        && caller.StewardedAt(door.Now).Count > 0
        && request.Rows.All(row => caller.Stewards(row.Authority, door.Now));
}
