using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>Ends session rows, each with its audit entry in the same transaction.</summary>
internal sealed class SessionEnding(IAuditTrail trail, TimeProvider clock)
{
    private const string Select = $"SELECT s.id, s.user_id, a.organisation_id, a.display_name, a.authority {LiveSession.From} WHERE s.ended_at IS NULL AND ";
    private const string OfSession = Select + "s.id = @subject";
    private const string OfUser = Select + "s.user_id = @subject";
    private const string OfOrganisation = Select + "a.organisation_id = @subject AND a.is_system = 0";
    private const string End = "UPDATE $kernel.session SET ended_at = @now, ended_reason = @reason WHERE id = @id AND ended_at IS NULL";

    /// <summary>Ends what the subject names.</summary>
    /// <returns>The sessions that this ended.</returns>
    public async ValueTask<IReadOnlyList<Guid>> EndAsync(RevocationKind kind, Guid subject, SessionEnd reason, IUnitOfWork unit)
    {
        var ended = new List<Guid>();
        foreach (var actor in await OpenOnesAsync(kind, subject, unit))
        {
            var rows = await unit.Prepare(End, "now", "reason", "id").With(clock.GetUtcNow(), reason, actor.SessionId).ExecuteNonQueryAsync(CancellationToken.None);
            if (rows == 0) continue;
            ended.Add(actor.SessionId);
            await trail.AppendAsync(
                new AuditEvent
                {
                    Type = AuditEvents.SessionEnded,
                    Actor = actor,
                    Outcome = AuditOutcome.Granted,
                    Detail = new Dictionary<string, object?> { ["reason"] = reason.ToString() },
                },
                unit);
        }

        return ended;
    }

    public static async ValueTask<IReadOnlyList<AuditActor>> OpenOnesAsync(RevocationKind kind, Guid subject, IUnitOfWork unit)
    {
        var sql = kind switch
        {
            RevocationKind.Session => OfSession,
            RevocationKind.User => OfUser,
            RevocationKind.Organisation => OfOrganisation,
            _ => null,
        };
        var found = new List<AuditActor>();
        if (sql is null) return found;
        await using var reader = await unit.Prepare(sql, "subject").With(subject).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
            found.Add(new AuditActor(reader.GuidAt(1), reader.GuidAt(0), reader.GuidAt(2), reader.GetString(3)) { Authority = reader.AuthorityAt(4) });
        return found;
    }
}
