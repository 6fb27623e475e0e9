
using ContactPoint.Ledger;
using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Export;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>Writes the whole log for the offline verifier, from one snapshot. Payloads stay behind: the proof does not need them.</summary>
public interface IAuditExport
{
    /// <summary>Writes the export.</summary>
    /// <param name="destination">Where to; not closed.</param>
    /// <param name="progress">Entries written so far.</param>
    /// <param name="cancellation">Cancels the export.</param>
    Task WriteAsync(Stream destination, IProgress<long>? progress = null, CancellationToken cancellation = default);
}

internal sealed class AuditExport(IUnitOfWorkFactory units, LedgerKeys keys, TimeProvider clock) : IAuditExport
{
    private const int PageSize = 2_000;

    public async Task WriteAsync(Stream destination, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        await using var writer = new LedgerExportWriter(destination);
        await writer.WriteHeaderAsync(new LedgerExportHeader { Origin = keys.Origin, Keys = [keys.Signing.VerifierKey.Text], Created = clock.GetUtcNow() }, cancellation);
        await units.ReadAsync(async unit => await WriteAllAsync(writer, unit, progress, cancellation), cancellation);
        await writer.CompleteAsync(cancellation);
    }

    private static async ValueTask<bool> WriteAllAsync(LedgerExportWriter writer, IUnitOfWork unit, IProgress<long>? progress, CancellationToken cancellation)
    {
        var head = LedgerHead.Read(unit);
        var checkpoints = new Queue<(long Size, string Note)>(Checkpoints(unit));
        long next = 0;
        while (await AuditEntryReader.SealedAsync(unit, next, PageSize) is { Count: > 0 } page)
        {
            foreach (var (leaf, row) in page)
            {
                next = leaf.Number + 1;

                // A leaf without its entry is left out: the verifier names the gap.
                if (row is not null) await writer.WriteEntryAsync(Entry(row, leaf.Number, Recorded(leaf, row)), cancellation);
                while (checkpoints.TryPeek(out var signed) && signed.Size <= next)
                    await writer.WriteCheckpointAsync(checkpoints.Dequeue().Note, cancellation);
            }

            progress?.Report(next);
        }

        while (checkpoints.TryDequeue(out var signed)) await writer.WriteCheckpointAsync(signed.Note, cancellation);
        await WriteTailAsync(writer, unit, head, cancellation);
        foreach (var statement in Statements(unit)) await writer.WriteStatementAsync(statement, cancellation);
        return true;
    }

    // An entry that the sealer has passed is no tail: it is numbered behind the last checkpoint, and the verifier names what no checkpoint covers.
    private static async ValueTask WriteTailAsync(LedgerExportWriter writer, IUnitOfWork unit, LedgerHead head, CancellationToken cancellation)
    {
        var (after, passed) = (long.MinValue, head.Frontier.Size);
        while (await AuditEntryReader.UnsealedAsync(unit, after, head.Frontier.Size, PageSize) is { Count: > 0 } page)
        {
            foreach (var row in page)
            {
                var tail = Entry(row, null, null);
                var isPassed = row.No <= head.CompleteTo(unit.Provider);
                await writer.WriteEntryAsync(isPassed ? tail with { LeafNumber = passed++, RecordedHash = tail.LeafHash() } : tail, cancellation);
            }

            after = page[^1].No;
        }
    }

    // A leaf by which a reviewer finds another entry than this one, or none, is not what the sealer wrote: as much altered as its hash would be.
    private static LedgerHash Recorded(AuditLeafRow leaf, AuditEntryRow entry) =>
        leaf.EntryId == entry.Id && leaf.UserId == entry.UserId && leaf.Child == entry.Child ? new LedgerHash(leaf.Hash) : default;

    private static LedgerEntry Entry(AuditEntryRow row, long? number, LedgerHash? recorded) => new()
    {
        LeafNumber = number,
        Id = row.Id,
        PublicPart = AuditPublicPart.Of(row).Encode(),
        Commitment = new LedgerHash(row.Commitment),
        Mac = new LedgerHash(row.Mac),
        RecordedHash = recorded,
    };

    private static List<(long, string)> Checkpoints(IUnitOfWork unit)
    {
        var notes = new List<(long, string)>();
        using var reader = unit.Prepare("SELECT size, note FROM $kernel.audit_checkpoint ORDER BY size").ExecuteReader();
        while (reader.Read()) notes.Add((reader.GetInt64(0), reader.GetString(1)));
        return notes;
    }

    private static List<TailStatement> Statements(IUnitOfWork unit)
    {
        var statements = new List<TailStatement>();
        using var reader = unit.Prepare("SELECT writer, count, sum, mac FROM $kernel.audit_tail ORDER BY writer").ExecuteReader();
        while (reader.Read())
            statements.Add(new TailStatement
            {
                Writer = reader.GetString(0),
                Count = reader.GetInt64(1),
                Sum = new MacSum(new LedgerHash((byte[])reader.GetValue(2))),
                Mac = new LedgerHash((byte[])reader.GetValue(3)),
            });
        return statements;
    }
}
