using ContactPoint.Kernel.Data;
using ContactPoint.Ledger;
using ContactPoint.Ledger.Merkle;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Audit;

/// <summary>The tree's stored nodes, for proofs: leaves in one table, complete nodes above them in another.</summary>
internal sealed class StoredNodes(KernelContext context) : IMerkleNodes
{
    public async ValueTask<IReadOnlyList<LedgerHash>> ReadAsync(IReadOnlyList<NodeAddress> addresses, CancellationToken cancellationToken = default)
    {
        var hashes = new List<LedgerHash>(addresses.Count);
        foreach (var address in addresses)
        {
            var hash = address.Level == 0
                ? await context.Set<AuditLeafRow>().Where(leaf => leaf.Number == address.Index).Select(leaf => leaf.Hash).SingleAsync(cancellationToken)
                : await context.Set<AuditNodeRow>().Where(node => node.Level == address.Level && node.Position == address.Index).Select(node => node.Hash).SingleAsync(cancellationToken);
            hashes.Add(new LedgerHash(hash));
        }

        return hashes;
    }
}
