using System.Security.Cryptography;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Keys;

/// <summary>Seals every value of the directory again that was sealed under an older key. Can be stopped and started at will; the host runs on meanwhile.</summary>
public sealed class KeyRotationJob
{
    private readonly IReadOnlyList<SealedTable> tables;
    private readonly IUnitOfWorkFactory units;
    private readonly ISealer sealer;
    private readonly IRecordGate gate;
    private readonly IAuditTrail trail;
    private readonly TimeProvider clock;

    internal KeyRotationJob(IEnumerable<SealedTable> tables, IUnitOfWorkFactory units, ISealer sealer, IRecordGate gate, IAuditTrail trail, TimeProvider clock)
    {
        this.tables = [.. tables];
        this.units = units;
        this.sealer = sealer;
        this.gate = gate;
        this.trail = trail;
        this.clock = clock;
    }

    /// <summary>Runs to the end of every table.</summary>
    /// <param name="caller">The account it runs as; a session of it must be open.</param>
    /// <param name="progress">Told after each page; null for nobody.</param>
    /// <param name="cancellation">Stops between pages; what is done stays done.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="InvalidOperationException">The account may not run the job.</exception>
    public async Task<KeyRotationOutcome> RunAsync(CallerContext caller, IProgress<KeyRotationOutcome>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var passes = new JobPasses(() => gate, _ => Task.FromResult(caller), clock, JobName.KeyRotation);
        await passes.CurrentAsync(cancellation);
        var total = new KeyRotationOutcome(0, 0, 0);
        foreach (var table in tables)
        {
            for (Place? place = new(Guid.Empty, Guid.Empty); place is { } from;)
            {
                cancellation.ThrowIfCancellationRequested();
                await passes.CurrentAsync(cancellation);
                var values = await units.ReadAsync(unit => PageAsync(table, from, unit), cancellation);
                var stale = values.Where(value => sealer.IsStale(value.Closed)).Select(value => (Value: value, Fresh: Reseal(table, value))).ToList();
                var readable = stale.Where(pair => pair.Fresh is not null).ToList();
                if (readable.Count > 0) await units.RunAsync(unit => WriteAsync(table, readable, unit), cancellation);
                total = new(total.Read + values.Count, total.Resealed + readable.Count, total.Unreadable + stale.Count - readable.Count);
                progress?.Report(total);
                place = values.Count < SealedTable.PageSize ? null : new Place(values[^1].Lead, values[^1].Id);
            }
        }

        await units.RunAsync(unit => trail.AppendAsync(Entry(caller, total), unit), CancellationToken.None);
        return total;
    }

    /// <summary>Looks at the first page of every table: how many stale values open under no key. Changes nothing; asked before a rotation, so that a wrong ring is found out early.</summary>
    /// <param name="caller">The account it runs as.</param>
    /// <param name="cancellation">Stops between tables.</param>
    /// <exception cref="InvalidOperationException">The account may not run the job.</exception>
    public async Task<long> UnreadableAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await new JobPasses(() => gate, _ => Task.FromResult(caller), clock, JobName.KeyRotation).CurrentAsync(cancellation);
        long unreadable = 0;
        foreach (var table in tables)
        {
            var values = await units.ReadAsync(unit => PageAsync(table, new(Guid.Empty, Guid.Empty), unit), cancellation);
            unreadable += values.Count(value => Reseal(table, value) is null);
        }

        return unreadable;
    }

    private static async ValueTask<List<SealedValue>> PageAsync(SealedTable table, Place from, IUnitOfWork unit)
    {
        var values = new List<SealedValue>(SealedTable.PageSize);
        await using var reader = await table.Page(unit).Bind(from.Lead, from.Id).ExecuteReaderAsync();
        while (await reader.ReadAsync()) values.Add(new(reader.Id(0), reader.Id(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
        return values;
    }

    private static async ValueTask<int> WriteAsync(SealedTable table, List<(SealedValue Value, byte[]? Fresh)> values, IUnitOfWork unit)
    {
        var update = table.Update(unit);
        var written = 0;
        foreach (var (value, fresh) in values) written += await update.Bind(fresh, value.Lead, value.Id, value.Closed).ExecuteNonQueryAsync();
        return written;
    }

    private byte[]? Reseal(SealedTable table, SealedValue value)
    {
        var purpose = table.PurposeOf(value.Label);
        try
        {
            var plain = sealer.Unseal(purpose, value.Id, value.Closed);
            var fresh = sealer.Seal(purpose, value.Id, plain);
            CryptographicOperations.ZeroMemory(plain);
            return fresh;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static AuditEvent Entry(CallerContext caller, KeyRotationOutcome total) => new()
    {
        Type = AuditEvents.KeyRotated,
        Actor = AuditActor.Of(caller),
        Outcome = total.Unreadable == 0 ? AuditOutcome.Granted : AuditOutcome.Failed,
        Detail = new Dictionary<string, object?> { ["owner"] = DirectoryContext.OwnerName, ["read"] = total.Read, ["resealed"] = total.Resealed, ["unreadable"] = total.Unreadable },
    };

    private readonly record struct Place(Guid Lead, Guid Id);

    private sealed record SealedValue(Guid Lead, Guid Id, string Label, byte[] Closed);
}
