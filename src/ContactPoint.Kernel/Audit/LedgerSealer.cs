using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Ledger;
using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Merkle;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Audit;

/// <summary>
/// Gives entries their leaf numbers, in a table of its own, and signs tree heads. An entry whose MAC does not verify, or for which there
/// is a leaf that nobody signed, or that is a copy of one sealed before, stops it: sealing it would make the alteration true.
/// </summary>
internal sealed class LedgerSealer(IUnitOfWorkFactory units, KeyRing keys, LedgerKeys ledgerKeys, TimeProvider clock, CheckpointShipper shipper) : ILedgerSealer, IDisposable
{
    private const int BatchSize = 1_000;

    private readonly SemaphoreSlim turn = new(1);

    public SealState State { get; private set; } = new(0, null, null);

    public async Task<SealState> SealAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            while (await units.RunAsync(SealBatchAsync, cancellation) == BatchSize) cancellation.ThrowIfCancellationRequested();
            await shipper.ShipAsync(cancellation);
            return State;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    public Task<DateTimeOffset?> LastEntryAsync(CancellationToken cancellation = default) =>
        units.ReadAsync(
            unit =>
            {
                var newest = unit.Prepare("SELECT MAX(at) FROM (SELECT at FROM $kernel.audit_entry WHERE no = (SELECT MAX(no) FROM $kernel.audit_entry) UNION ALL SELECT MAX(at) FROM $kernel.audit_checkpoint) AS newest").ExecuteScalar();
                return ValueTask.FromResult(newest is long at ? UtcMicroseconds.FromStored(at) : (DateTimeOffset?)null);
            },
            cancellation);

    private async ValueTask<int> SealBatchAsync(IUnitOfWork unit)
    {
        var head = LedgerHead.Read(unit);
        var frontier = head.Frontier;
        var entries = await AuditEntryReader.UnsealedAsync(unit, head.CompleteTo(unit.Provider), frontier.Size, BatchSize);
        var nodes = new List<MerkleNode>();
        var sealedCount = 0;
        Guid? broken = null;
        foreach (var row in entries)
        {
            var open = AuditPublicPart.Of(row).Encode();
            var mac = new LedgerHash(row.Mac);
            var commitment = new LedgerHash(row.Commitment);
            if (!EntryMac.Verify(keys.Mac, row.Id, open, commitment, mac) || LedgerHead.Holds(unit, row))
            {
                broken = row.Id;
                break;
            }

            nodes.Clear();
            var leaf = AuditLeaf.Hash(row.Id, mac, open, commitment);
            var number = frontier.Append(leaf, nodes);
            LedgerHead.WriteLeaf(unit, number, row, leaf);
            foreach (var node in nodes.Where(node => node.Address.Level > 0)) LedgerHead.WriteNode(unit, node);
            sealedCount++;
        }

        var at = sealedCount > 0 ? clock.GetUtcNow() : head.At;
        if (sealedCount > 0) LedgerHead.WriteCheckpoint(unit, frontier, at!.Value, Sign(frontier));
        unit.OnCommitted(() => State = new SealState(frontier.Size, at, broken));
        return broken is null ? sealedCount : 0;
    }

    private string Sign(MerkleFrontier frontier) =>
        new Checkpoint { Origin = ledgerKeys.Origin, Size = frontier.Size, Root = frontier.Root() }.Sign(ledgerKeys.Signing);
}
