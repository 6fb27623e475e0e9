using ContactPoint.Kernel.Access;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>Whether a session is live, asked inside the transaction of what depends on it: one prepared statement.</summary>
internal sealed class SessionCheck(LiveSession live) : ISessionCheck
{
    private const string One = $"SELECT s.token_hash {LiveSession.From} WHERE s.id = @session AND {LiveSession.Holds}";

    public ValueTask<bool> IsLiveAsync(CallerContext caller, IUnitOfWork unit) => IsLiveAsync(caller.SessionId, caller.TokenId, unit);

    /// <param name="sessionId">The session.</param>
    /// <param name="tokenId">The token it was named by; null does not ask.</param>
    /// <param name="unit">The transaction.</param>
    public async ValueTask<bool> IsLiveAsync(Guid sessionId, Guid? tokenId, IUnitOfWork unit) =>
        await live.Prepare(One, "session", sessionId, unit).ExecuteScalarAsync(CancellationToken.None) is byte[] hash && IsInForce(tokenId, hash);

    /// <summary>Whether a caller's token is the one of the row. Who came by none is bound to none.</summary>
    public static bool IsInForce(Guid? tokenId, byte[] hash) => tokenId is not { } token || token == RandomToken.IdOf(hash);
}
