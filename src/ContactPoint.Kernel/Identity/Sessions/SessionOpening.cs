using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>Inserts a session row.</summary>
internal static class SessionOpening
{
    private const string Insert = """
        INSERT INTO $kernel.session (id, user_id, token_hash, started_at, last_activity_at, ends_at, idle_limit, second_factor, second_factor_at)
        VALUES (@id, @user, @hash, @started, @started, @ends, @idle, @factor, @started)
        """;

    public static async ValueTask InsertAsync(OpenedSession session, IUnitOfWork unit) =>
        await unit.Prepare(Insert, "id", "user", "hash", "started", "ends", "idle", "factor")
            .With(session.Id, session.UserId, session.TokenHash, session.StartedAt, session.StartedAt + session.Length, session.IdleLimit, session.Factor)
            .ExecuteNonQueryAsync(CancellationToken.None);
}

internal sealed record OpenedSession(Guid Id, Guid UserId, byte[] TokenHash, DateTimeOffset StartedAt, TimeSpan Length, TimeSpan IdleLimit, SecondFactor Factor);
