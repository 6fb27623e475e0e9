using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Kernel.Identity.Tokens;
using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>An account as the second step needs it, read in one statement.</summary>
internal sealed record SignInAccount(
    Guid Id, string DisplayName, Guid OrganisationId, LocalAuthorityCode? Authority, byte[] AccountName,
    AccountState State, bool EvidenceHolds, bool Accredited, StoredToken? Token)
{
    public bool MayWork => State == AccountState.Active && EvidenceHolds && Accredited;
}

/// <summary>Reads accounts for sign-in and step-up.</summary>
internal sealed class SignInAccounts(LiveSession live, FailureCounts failures)
{
    private const string Select = """
        SELECT a.id, a.display_name, a.organisation_id, a.normalized_user_name, a.state,
          CASE WHEN a.dbs_until > @now AND a.training_until > @now AND a.procedures_version = @procedures AND a.agreement_version = @agreement THEN 1 ELSE 0 END,
          CASE WHEN EXISTS (SELECT 1 FROM $kernel.accreditation c WHERE c.organisation_id = a.organisation_id AND c.accredited = 1) THEN 1 ELSE 0 END,
          t.id, t.secret, t.drift, a.authority
        FROM $kernel.account a LEFT JOIN $kernel.token t ON t.user_id = a.id AND t.state = 0
        WHERE a.id = @id AND a.is_system = 0
        """;

    private const string Credentials = "SELECT id, password_hash FROM $kernel.account WHERE normalized_user_name = @name AND is_system = 0";

    public async ValueTask<SignInAccount?> ReadAsync(Guid id, IUnitOfWork unit)
    {
        await using var reader = await live.Prepare(Select, "id", id, unit).ExecuteReaderAsync(CancellationToken.None);
        if (!await reader.ReadAsync(CancellationToken.None)) return null;
        var token = reader.IsDBNull(7) ? null : new StoredToken(reader.GuidAt(7), reader.GetFieldValue<byte[]>(8), reader.GetInt32(9));
        return new SignInAccount(
            reader.GuidAt(0), reader.GetString(1), reader.GuidAt(2), reader.AuthorityAt(10), failures.AccountOf(reader.GetString(3)),
            (AccountState)reader.GetInt32(4), reader.GetInt32(5) == 1, reader.GetInt32(6) == 1, token);
    }

    /// <summary>Id and password hash for a normalised name; null when there is no such user or it has no password.</summary>
    public static async ValueTask<(Guid Id, string Hash)?> CredentialsAsync(string normalisedName, IUnitOfWork unit)
    {
        await using var reader = await unit.Prepare(Credentials, "name").With(normalisedName).ExecuteReaderAsync(CancellationToken.None);
        return await reader.ReadAsync(CancellationToken.None) && !reader.IsDBNull(1) ? (reader.GuidAt(0), reader.GetString(1)) : null;
    }
}
