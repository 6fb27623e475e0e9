using ContactPoint.Sdk.Data;

namespace ContactPoint.Sdk.Access;

/// <summary>Reads the session row again inside a transaction, as the gate does: a caller or pass made a moment ago may have been revoked since, on another node.</summary>
/// <remarks>Whoever writes on behalf of a person asks it in the unit that writes; <see cref="AccessPass.HasEnded"/> knows only what this process has heard.</remarks>
public interface ISessionCheck
{
    /// <summary>True when session, user and organisation are all live. One statement.</summary>
    /// <param name="caller">Whose session.</param>
    /// <param name="unit">The transaction that depends on it.</param>
    ValueTask<bool> IsLiveAsync(CallerContext caller, IUnitOfWork unit);
}
