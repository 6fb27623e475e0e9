using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Access;

/// <summary>Reads the session row again inside the gate's transaction: a caller made a moment ago may have been revoked since.</summary>
internal interface ISessionCheck
{
    /// <summary>True when session, user and organisation are all live. One statement.</summary>
    ValueTask<bool> IsLiveAsync(CallerContext caller, IUnitOfWork unit);
}
