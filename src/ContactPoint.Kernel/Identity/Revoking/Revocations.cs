using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Revoking;

/// <summary>Writes revocations and ends the sessions they name in the same transaction (USR-8); the bell rings after the commit.</summary>
internal sealed class Revocations(SessionEnding ending, RevocationBell bell, IIdSource ids, TimeProvider clock) : IRevocations
{
    private const string Insert = "INSERT INTO $kernel.revocation (id, kind, subject, at) VALUES (@id, @kind, @subject, @at)";

    public async ValueTask RevokeAsync(RevocationNotice notice, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(notice);
        await RevokeAsync(notice, SessionEnd.Revoked, unit);
    }

    /// <summary>The same, with the reason why sessions end.</summary>
    /// <returns>How many sessions it ended.</returns>
    public async ValueTask<int> RevokeAsync(RevocationNotice notice, SessionEnd reason, IUnitOfWork unit)
    {
        var ended = await ending.EndAsync(notice.Kind, notice.Subject, reason, unit);
        var id = ids.NewId();
        await unit.Prepare(Insert, "id", "kind", "subject", "at").With(id, notice.Kind, notice.Subject, clock.GetUtcNow()).ExecuteNonQueryAsync(CancellationToken.None);
        unit.OnCommitted(() => bell.Ring(id, notice));
        return ended.Count;
    }

    /// <summary>A user's sessions that have not ended.</summary>
    public static async ValueTask<IReadOnlyList<Guid>> OpenSessionsAsync(Guid userId, IUnitOfWork unit) =>
        [.. (await SessionEnding.OpenOnesAsync(RevocationKind.User, userId, unit)).Select(actor => actor.SessionId)];

    public IDisposable Subscribe(Action<RevocationNotice> listener) => bell.Subscribe(listener);
}
