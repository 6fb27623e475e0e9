using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>The caller of this request or circuit, read from the rows each time it is asked for.</summary>
internal sealed class CallerSource(AmbientSession ambient, CallerFactory callers, IUnitOfWorkFactory units) : ICallerSource
{
    public async Task<Result<CallerContext>> CurrentAsync(CancellationToken cancellation = default)
    {
        if (ambient.SessionId is not { } session) return GateErrors.SessionEnded;
        return await units.ReadAsync(unit => callers.MakeAsync(session, ambient.TokenId, unit), cancellation) is { } caller ? caller : GateErrors.SessionEnded;
    }
}
