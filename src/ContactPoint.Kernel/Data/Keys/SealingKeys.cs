using System.Security.Cryptography;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Kernel.Identity.Tokens;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Data.Keys;

internal sealed class SealingKeys(KeyRing ring, ISealer sealer, TokenSecrets tokens, SessionCheck sessions, IAuditTrail trail, IUnitOfWorkFactory units) : ISealingKeys
{
    private const int PageSize = 500;

    private const string Secrets = "SELECT id, secret FROM $kernel.token ORDER BY id";
    private const string Renew = "UPDATE $kernel.token SET secret = @fresh WHERE id = @id AND secret = @old";

    public TimeSpan AdoptedWithin => KeyRing.AdoptedWithin;

    public IReadOnlyList<SealingKeyInfo> List()
    {
        var current = ring.CurrentId;
        return [.. ring.SealingKeys.Select(key => new SealingKeyInfo(key.Id, key.Made, key.Id == current))];
    }

    public async Task<Result<uint>> RotateAsync(CallerContext by, CancellationToken cancellation = default)
    {
        // The entry is durable first: there is no key of which no entry tells.
        var recorded = await ActAsync<Guid>(
            by, async unit => await trail.AppendAsync(Entry(by, AuditOutcome.Granted, new Dictionary<string, object?> { ["added"] = ring.CurrentId + 1 }), unit), cancellation);
        return recorded.Succeeded ? ring.Rotate() : recorded.Error;
    }

    public async Task<Result<ResealedSecrets>> ResealTokensAsync(CallerContext by, bool dryRun, CancellationToken cancellation = default)
    {
        var all = await units.ReadAsync(ReadAsync, cancellation);
        if (dryRun) return new ResealedSecrets(all.Count, 0, all.Count(secret => Reseal(secret) is null));
        var stale = all.Where(secret => sealer.IsStale(secret.Closed)).Select(secret => (Secret: secret, Fresh: Reseal(secret))).ToList();
        var readable = stale.Where(pair => pair.Fresh is not null).ToList();
        var found = new ResealedSecrets(all.Count, readable.Count, stale.Count - readable.Count);
        foreach (var page in readable.Chunk(PageSize))
        {
            var written = await ActAsync<int>(by, unit => WriteAsync(page, unit), cancellation);
            if (!written.Succeeded) return written.Error;
        }

        var done = await ActAsync<Guid>(by, async unit => await trail.AppendAsync(
            Entry(by, found.Unreadable == 0 ? AuditOutcome.Granted : AuditOutcome.Failed, new Dictionary<string, object?>
            {
                ["owner"] = KernelServices.Owner,
                ["read"] = found.Read,
                ["resealed"] = found.Resealed,
                ["unreadable"] = found.Unreadable,
            }), unit), cancellation);
        return done.Succeeded ? found : done.Error;
    }

    private Task<Result<T>> ActAsync<T>(CallerContext by, Func<IUnitOfWork, ValueTask<T>> act, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return units.RunAsync<Result<T>>(
            async unit =>
            {
                if (!by.Holds(Role.SystemAccount)) return await RefuseAsync(by, GateErrors.OutOfRole, unit);
                if (!await sessions.IsLiveAsync(by, unit)) return await RefuseAsync(by, GateErrors.SessionEnded, unit);
                return await act(unit);
            },
            cancellation);
    }

    private async ValueTask<Error> RefuseAsync(CallerContext by, Error error, IUnitOfWork unit)
    {
        await trail.AppendAsync(Entry(by, AuditOutcome.Refused, new Dictionary<string, object?> { ["refusal"] = error.Code }), unit);
        return error;
    }

    private static async ValueTask<List<Secret>> ReadAsync(IUnitOfWork unit)
    {
        var secrets = new List<Secret>();
        await using var reader = await unit.Prepare(Secrets).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None)) secrets.Add(new Secret(new Guid((byte[])reader.GetValue(0), bigEndian: true), (byte[])reader.GetValue(1)));
        return secrets;
    }

    // A secret that was replaced since it was read stays as it is.
    private static ValueTask<int> WriteAsync(IEnumerable<(Secret Secret, byte[]? Fresh)> page, IUnitOfWork unit)
    {
        var renew = ((Units.UnitOfWork)unit).Statement(Renew, "fresh", "id", "old");
        foreach (var (secret, fresh) in page)
        {
            renew.Bind(1, fresh!);
            renew.Bind(2, GuidBytes.ToBytes(secret.Id));
            renew.Bind(3, secret.Closed);
            renew.Run();
        }

        return ValueTask.FromResult(0);
    }

    private byte[]? Reseal(Secret secret)
    {
        try
        {
            return tokens.Reseal(secret.Id, secret.Closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static AuditEvent Entry(CallerContext by, AuditOutcome outcome, IReadOnlyDictionary<string, object?> detail) =>
        new() { Type = AuditEvents.KeyRotated, Actor = AuditActor.Of(by), Outcome = outcome, Detail = detail };

    private sealed record Secret(Guid Id, byte[] Closed);
}
