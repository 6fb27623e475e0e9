using System.Data.Common;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>The one definition of a live session: its row, its account, the evidence, the accreditation, the revocations (USR-1, USR-2, USR-10).</summary>
/// <remarks>Evidence and accreditation are looked at in every check, so a lapse ends the session at once, not at the next sign-in.</remarks>
internal sealed class LiveSession(TimeProvider clock, IOptions<IdentityPolicy> policy)
{
    public const string From = "FROM $kernel.session s JOIN $kernel.account a ON a.id = s.user_id";

    public const string Entitled = """
        a.state = 0 AND (a.is_system = 1 OR (
          a.dbs_until > @now AND a.training_until > @now AND a.procedures_version = @procedures AND a.agreement_version = @agreement
          AND EXISTS (SELECT 1 FROM $kernel.accreditation c WHERE c.organisation_id = a.organisation_id AND c.accredited = 1)))
        """;

    public const string Holds = $"""
        s.ended_at IS NULL AND s.ends_at > @now AND s.last_activity_at + s.idle_limit > @now
        AND {Entitled}
        AND NOT EXISTS (SELECT 1 FROM $kernel.revocation r WHERE r.at > s.started_at AND (
          (r.kind = 1 AND r.subject = s.id) OR (r.kind = 2 AND r.subject = s.user_id) OR (r.kind = 3 AND r.subject = a.organisation_id)))
        """;

    /// <summary>A statement whose parameters are those of <see cref="Holds"/>.</summary>
    public DbCommand Prepare(string sql, IUnitOfWork unit) =>
        unit.Prepare(sql, "now", "procedures", "agreement").With(clock.GetUtcNow(), (long)policy.Value.ProceduresVersion, (long)policy.Value.AgreementVersion);

    /// <summary>A statement whose parameters are those of <see cref="Holds"/> and one more that comes first.</summary>
    public DbCommand Prepare(string sql, string key, object value, IUnitOfWork unit) =>
        unit.Prepare(sql, key, "now", "procedures", "agreement")
            .With(value, clock.GetUtcNow(), (long)policy.Value.ProceduresVersion, (long)policy.Value.AgreementVersion);
}
