using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>The attempts between first and second step: five minutes, five tries, one success.</summary>
internal sealed class SignInAttempts(ISealer sealer, IIdSource ids, TimeProvider clock)
{
    private const string Purge = "DELETE FROM $kernel.sign_in WHERE expires_at <= @now";
    private const string Insert = "INSERT INTO $kernel.sign_in (id, token_hash, finding, tries, expires_at) VALUES (@id, @hash, @finding, 0, @expires)";
    private const string Select = "SELECT id, finding FROM $kernel.sign_in WHERE token_hash = @hash";
    private const string Try = "UPDATE $kernel.sign_in SET tries = tries + 1 WHERE id = @id AND tries < @most AND expires_at > @now";
    private const string Delete = "DELETE FROM $kernel.sign_in WHERE id = @id";

    private static readonly Guid NoAttempt = Guid.Empty;
    private readonly byte[] decoy = new Finding(Guid.Empty, false, new byte[Finding.AccountLength], string.Empty).Seal(sealer, NoAttempt);

    /// <summary>Seals a finding ahead of the transaction.</summary>
    public (Guid Id, byte[] Finding) Prepare(Finding finding)
    {
        var id = ids.NewId();
        return (id, finding.Seal(sealer, id));
    }

    public async ValueTask InsertAsync((Guid Id, byte[] Finding) prepared, byte[] tokenHash, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        await unit.Prepare(Purge, "now").With(now).ExecuteNonQueryAsync(CancellationToken.None);
        await unit.Prepare(Insert, "id", "hash", "finding", "expires")
            .With(prepared.Id, tokenHash, prepared.Finding, now + IdentityPolicy.AttemptLength)
            .ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Takes one try. Where there is no such attempt, or none left of it, the same work is done for nobody.</summary>
    public async ValueTask<TakenTry> TakeAsync(byte[] tokenHash, IUnitOfWork unit)
    {
        var (id, finding) = await ReadAsync(tokenHash, unit);
        var rows = await unit.Prepare(Try, "id", "most", "now").With(id, (long)IdentityPolicy.TriesOfAttempt, clock.GetUtcNow()).ExecuteNonQueryAsync(CancellationToken.None);
        return new TakenTry(id, rows == 1, Finding.Unseal(sealer, id, finding));
    }

    public static async ValueTask DeleteAsync(Guid id, IUnitOfWork unit) =>
        await unit.Prepare(Delete, "id").With(id).ExecuteNonQueryAsync(CancellationToken.None);

    private async ValueTask<(Guid Id, byte[] Finding)> ReadAsync(byte[] tokenHash, IUnitOfWork unit)
    {
        await using var reader = await unit.Prepare(Select, "hash").With(tokenHash).ExecuteReaderAsync(CancellationToken.None);
        return await reader.ReadAsync(CancellationToken.None) ? (reader.GuidAt(0), reader.GetFieldValue<byte[]>(1)) : (NoAttempt, decoy);
    }
}

/// <summary>A try that was taken.</summary>
internal sealed record TakenTry(Guid Id, bool Usable, Finding Finding);
