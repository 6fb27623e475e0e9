using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Data;
using Microsoft.AspNetCore.Identity;

namespace ContactPoint.Kernel.Identity.SignIn;

/// <summary>Counts failures in a row and delays after five of them: 15 s, 1 min, … 15 min at most, never for ever.</summary>
/// <remarks>
/// Every count is one UPDATE, so N parallel failures count N (I-31). A failure during a delay counts but does not lengthen it: whoever
/// keeps guessing cannot keep the user out. On SQL Server <see cref="DelayedAsync"/> locks the rows, so guesses at one account queue.
/// </remarks>
internal sealed class FailureCounts(ISealer sealer, ILookupNormalizer normalizer, TimeProvider clock) : IForgetful
{
    private const string EnsureSqlite = """
        INSERT INTO $kernel.sign_in_failure (account, factor, failures, not_before, last_at)
        SELECT @account, @factor, 0, 0, @now
        WHERE NOT EXISTS (SELECT 1 FROM $kernel.sign_in_failure WHERE account = @account AND factor = @factor)
        """;

    private const string EnsureSqlServer = """
        INSERT INTO $kernel.sign_in_failure (account, factor, failures, not_before, last_at)
        SELECT @account, @factor, 0, 0, @now
        WHERE NOT EXISTS (SELECT 1 FROM $kernel.sign_in_failure WITH (UPDLOCK, HOLDLOCK) WHERE account = @account AND factor = @factor)
        """;

    private const string Lock = "UPDATE $kernel.sign_in_failure SET last_at = @now WHERE account = @account";

    // A not-before further ahead than the longest delay is left over from a clock that was set back.
    private const string InForce = "SELECT factor FROM $kernel.sign_in_failure WHERE account = @account AND not_before > @now AND not_before <= @now + @cap";

    private const string Add = """
        UPDATE $kernel.sign_in_failure SET
          failures = failures + @by,
          last_at = @now,
          not_before = CASE
            WHEN @by = 0 OR failures + @by < @free OR (not_before > @now AND not_before <= @now + @cap) THEN not_before
            WHEN failures > 1000 OR (failures + @by - @free + 1) * (failures + @by - @free + 1) * @base > @cap THEN @now + @cap
            ELSE @now + (failures + @by - @free + 1) * (failures + @by - @free + 1) * @base END
        WHERE account = @account AND factor = @factor
        """;

    private const string Clear = "UPDATE $kernel.sign_in_failure SET failures = 0, not_before = 0, last_at = @now WHERE account = @account";

    private const string ClearOne = "UPDATE $kernel.sign_in_failure SET failures = 0, not_before = 0, last_at = @now WHERE account = @account AND factor = @factor";

    private const string Forget = "DELETE FROM $kernel.sign_in_failure WHERE last_at < @before";

    private static readonly SealPurpose Purpose = new("kernel.sign-in-account");

    /// <summary>Which account a typed name counts for: names of nobody have one too.</summary>
    public byte[] AccountOf(string normalisedName) => sealer.BlindIndex(Purpose, normalisedName);

    /// <summary>The form of a name that is looked up. Takes anything: what is no text becomes replacement characters.</summary>
    public string Normalise(string typed)
    {
        var kept = typed.Length > Finding.LongestName ? typed[..Finding.LongestName] : typed;
        return normalizer.NormalizeName(string.Concat(kept.EnumerateRunes()).Trim());
    }

    public async ValueTask EnsureAsync(byte[] account, IUnitOfWork unit)
    {
        var sql = unit.Provider == DatabaseProvider.Sqlite ? EnsureSqlite : EnsureSqlServer;
        foreach (var factor in Enum.GetValues<FactorClass>())
            await unit.Prepare(sql, "account", "factor", "now").With(account, factor, clock.GetUtcNow()).ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>The classes of factor for which a delay is in force; holds the account's rows until the unit ends.</summary>
    public async ValueTask<IReadOnlySet<FactorClass>> DelayedAsync(byte[] account, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        await unit.Prepare(Lock, "now", "account").With(now, account).ExecuteNonQueryAsync(CancellationToken.None);
        var delayed = new HashSet<FactorClass>();
        await using var reader = await unit.Prepare(InForce, "account", "now", "cap").With(account, now, IdentityPolicy.LongestDelay).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None)) delayed.Add((FactorClass)reader.GetInt32(0));
        return delayed;
    }

    /// <summary>Adds one failure, or none with the same work.</summary>
    public async ValueTask AddAsync(byte[] account, FactorClass factor, bool failed, IUnitOfWork unit) =>
        await unit.Prepare(Add, "by", "now", "free", "cap", "base", "account", "factor")
            .With(failed ? 1L : 0L, clock.GetUtcNow(), (long)IdentityPolicy.FreeFailures, IdentityPolicy.LongestDelay, IdentityPolicy.FirstDelay, account, factor)
            .ExecuteNonQueryAsync(CancellationToken.None);

    public async ValueTask ClearAsync(byte[] account, IUnitOfWork unit) =>
        await unit.Prepare(Clear, "now", "account").With(clock.GetUtcNow(), account).ExecuteNonQueryAsync(CancellationToken.None);

    public async ValueTask ClearAsync(byte[] account, FactorClass factor, IUnitOfWork unit) =>
        await unit.Prepare(ClearOne, "now", "account", "factor").With(clock.GetUtcNow(), account, factor).ExecuteNonQueryAsync(CancellationToken.None);

    /// <summary>Forgets accounts at which nobody tried for a day, so that made-up names do not pile up.</summary>
    public async ValueTask ForgetAsync(IUnitOfWork unit) =>
        await unit.Prepare(Forget, "before").With(clock.GetUtcNow() - TimeSpan.FromDays(1)).ExecuteNonQueryAsync(CancellationToken.None);
}
