using System.Collections.Concurrent;
using System.Data.Common;
using ContactPoint.Kernel.Access;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Kernel.Identity.SignIn;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.Sessions;

internal sealed class SessionService(IUnitOfWorkFactory units, LiveSession live, SessionCheck check, Revocations revocations, IAuditTrail trail, TimeProvider clock) : ISessions
{
    private const string Columns = "SELECT s.id, a.id, a.organisation_id, a.display_name, s.started_at, s.last_activity_at, s.last_activity_at + s.idle_limit, s.ends_at, s.token_hash";
    private const string ByToken = $"{Columns} {LiveSession.From} WHERE s.token_hash = @hash AND {LiveSession.Holds}";
    private const string ByUser = $"{Columns} {LiveSession.From} WHERE s.user_id = @user AND {LiveSession.Holds} ORDER BY s.started_at, s.id";

    // Only what is live can be touched: an idle session that is past its limit stays ended.
    private const string Touch = """
        UPDATE $kernel.session SET last_activity_at = @now
        WHERE id = @id AND ended_at IS NULL AND ends_at > @now AND last_activity_at + idle_limit > @now AND last_activity_at + @interval <= @now
        """;

    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> touched = new();

    public Task<SessionSnapshot?> ValidateAsync(string token, CancellationToken cancellation = default) =>
        units.ReadAsync(unit => FirstAsync(ByToken, "hash", RandomToken.HashOf(token), unit), cancellation);

    public Task<bool> IsLiveAsync(Guid sessionId, Guid? tokenId = null, CancellationToken cancellation = default) =>
        units.ReadAsync(unit => check.IsLiveAsync(sessionId, tokenId, unit), cancellation);

    public async Task TouchAsync(Guid sessionId, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (touched.TryGetValue(sessionId, out var last) && (now - last).Duration() < IdentityPolicy.TouchInterval) return;
        if (touched.Count > MostRemembered) touched.Clear();
        touched[sessionId] = now;
        await units.RunAsync(
            async unit => await unit.Prepare(Touch, "now", "id", "interval").With(now, sessionId, IdentityPolicy.TouchInterval).ExecuteNonQueryAsync(CancellationToken.None),
            cancellation);
    }

    public Task SignOutAsync(string token, CancellationToken cancellation = default)
    {
        var hash = RandomToken.HashOf(token);
        return units.RunAsync(
            async unit =>
            {
                if (await FirstAsync(ByToken, "hash", hash, unit) is { } session)
                    await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Session, session.Id), SessionEnd.SignedOut, unit);
                return true;
            },
            cancellation);
    }

    public Task<IReadOnlyList<SessionSnapshot>> OwnAsync(CallerContext caller, CancellationToken cancellation = default) =>
        units.ReadAsync(unit => AllAsync(ByUser, "user", caller.UserId, unit), cancellation);

    public Task<Result<bool>> EndOwnAsync(CallerContext caller, Guid sessionId, CancellationToken cancellation = default) =>
        units.RunAsync<Result<bool>>(
            async unit =>
            {
                if (!await check.IsLiveAsync(caller, unit)) return await RefuseEndAsync(caller, sessionId, Reasons.SessionEnded, GateErrors.SessionEnded, unit);
                var own = await AllAsync(ByUser, "user", caller.UserId, unit);
                if (own.All(session => session.Id != sessionId)) return await RefuseEndAsync(caller, sessionId, SignInReasons.NotOwnSession, NoSuchSession, unit);
                await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Session, sessionId), SessionEnd.SignedOut, unit);
                return true;
            },
            cancellation);

    // Whose session it was, or that it was nobody's, stays in the sealed part (I-26).
    private async ValueTask<Error> RefuseEndAsync(CallerContext caller, Guid session, ReasonCode reason, Error answer, IUnitOfWork unit)
    {
        await trail.AppendAsync(
            new AuditEvent
            {
                Type = AuditEvents.SessionEnded,
                Actor = AuditActor.Of(caller),
                Outcome = AuditOutcome.Refused,
                Reasons = [reason],
                Detail = new Dictionary<string, object?> { ["session"] = session },
            },
            unit);
        return answer;
    }

    private async ValueTask<SessionSnapshot?> FirstAsync(string sql, string key, object value, IUnitOfWork unit) =>
        (await AllAsync(sql, key, value, unit)) is [var session, ..] ? session : null;

    private async ValueTask<IReadOnlyList<SessionSnapshot>> AllAsync(string sql, string key, object value, IUnitOfWork unit)
    {
        var found = new List<SessionSnapshot>();
        await using var reader = await live.Prepare(sql, key, value, unit).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None)) found.Add(Snapshot(reader));
        return found;
    }

    private static SessionSnapshot Snapshot(DbDataReader row) => new(
        row.GuidAt(0), row.GuidAt(1), row.GuidAt(2), row.GetString(3), row.TimeAt(4), row.TimeAt(5), row.TimeAt(6), row.TimeAt(7))
    {
        TokenId = RandomToken.IdOf(row.GetFieldValue<byte[]>(8)),
    };

    private static readonly Error NoSuchSession = new("session.not-found", "You have no such session. It may have ended already.");
}
