using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>Builds the caller from the rows, now. Nothing of a caller comes from a cookie or a claim.</summary>
internal sealed class CallerFactory(LiveSession live, TimeProvider clock)
{
    private const string Session = $"""
        SELECT s.id, a.id, a.display_name, a.organisation_id, a.organisation_name, a.practitioner_id, a.agency, a.authority,
          a.is_system, s.second_factor, s.second_factor_at, s.ends_at, s.token_hash
        {LiveSession.From} WHERE s.id = @session AND {LiveSession.Holds}
        """;

    private const string Grants = """
        SELECT role, agency, authority, function_name, purposes, expires_at FROM $kernel.role_grant
        WHERE user_id = @user AND expires_at > @now ORDER BY role, agency, authority, id
        """;

    /// <summary>The caller of a live session; null when it is not live, or goes on under another token than the one given.</summary>
    public async ValueTask<CallerContext?> MakeAsync(Guid sessionId, Guid? tokenId, IUnitOfWork unit)
    {
        var (caller, isSystem) = await ReadSessionAsync(sessionId, tokenId, unit);
        if (caller is null) return null;
        return caller with { Scopes = isSystem ? [SystemScope(caller)] : await ReadGrantsAsync(caller.UserId, unit) };
    }

    private async ValueTask<(CallerContext? Caller, bool IsSystem)> ReadSessionAsync(Guid sessionId, Guid? tokenId, IUnitOfWork unit)
    {
        await using var reader = await live.Prepare(Session, "session", sessionId, unit).ExecuteReaderAsync(CancellationToken.None);
        if (!await reader.ReadAsync(CancellationToken.None)) return (null, false);
        if (!SessionCheck.IsInForce(tokenId, reader.GetFieldValue<byte[]>(12))) return (null, false);
        var caller = new CallerContext
        {
            SessionId = reader.GuidAt(0),
            TokenId = tokenId,
            UserId = reader.GuidAt(1),
            DisplayName = reader.GetString(2),
            OrganisationId = reader.GuidAt(3),
            OrganisationName = reader.GetString(4),
            PractitionerId = reader.IsDBNull(5) ? null : reader.GuidAt(5),
            Agency = (Agency)reader.GetInt32(6),
            Authority = reader.AuthorityAt(7),
            SecondFactor = (SecondFactor)reader.GetInt32(9),
            SecondFactorAt = reader.TimeAt(10),
            SessionEndsAt = reader.TimeAt(11),
        };
        return (caller, reader.GetBoolean(8));
    }

    private async ValueTask<IReadOnlyList<RoleScope>> ReadGrantsAsync(Guid userId, IUnitOfWork unit)
    {
        var scopes = new List<RoleScope>();
        await using var reader = await unit.Prepare(Grants, "user", "now").With(userId, clock.GetUtcNow()).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            scopes.Add(new RoleScope
            {
                Role = (Role)reader.GetInt32(0),
                Agency = (Agency)reader.GetInt32(1),
                Authority = reader.AuthorityAt(2),
                Function = reader.GetString(3),
                Purposes = RoleGrant.FromBits(reader.GetInt64(4)),
                ExpiresAt = reader.TimeAt(5),
            });
        }

        return scopes;
    }

    // A system account's role is what it is, not what somebody granted.
    private static RoleScope SystemScope(CallerContext caller) => new()
    {
        Role = Role.SystemAccount,
        Agency = Agency.Administration,
        Function = caller.DisplayName,
        Purposes = new HashSet<Purpose> { Purpose.DataQuality },
        ExpiresAt = caller.SessionEndsAt,
    };
}
