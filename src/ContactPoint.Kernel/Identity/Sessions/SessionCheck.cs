using ContactPoint.Kernel.Access;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>Whether a session is live, asked inside the transaction of what depends on it: one prepared statement.</summary>
internal sealed class SessionCheck(LiveSession live) : ISessionCheck
{
    private const string One = $"SELECT 1 {LiveSession.From} WHERE s.id = @session AND {LiveSession.Holds}";

    public ValueTask<bool> IsLiveAsync(CallerContext caller, IUnitOfWork unit) => IsLiveAsync(caller.SessionId, unit);

    public async ValueTask<bool> IsLiveAsync(Guid sessionId, IUnitOfWork unit) =>
        await live.Prepare(One, "session", sessionId, unit).ExecuteScalarAsync(CancellationToken.None) is not null;
}
