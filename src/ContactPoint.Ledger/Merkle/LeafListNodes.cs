namespace ContactPoint.Ledger.Merkle;

/// <summary>Nodes computed from a list of leaf hashes in memory: O(n) for each proof, no store needed. For small logs, tools and tests.</summary>
public sealed class LeafListNodes(IReadOnlyList<LedgerHash> leafHashes) : IMerkleNodes
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerHash>> ReadAsync(IReadOnlyList<NodeAddress> addresses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        var hashes = new LedgerHash[addresses.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hashes[i] = Compute(addresses[i]);
        }
        return ValueTask.FromResult<IReadOnlyList<LedgerHash>>(hashes);
    }

    private LedgerHash Compute(NodeAddress address)
    {
        var first = address.Index << address.Level;
        var end = (address.Index + 1) << address.Level;
        if (first < 0 || end > leafHashes.Count)
            throw new KeyNotFoundException($"The list holds no complete node at level {address.Level}, index {address.Index}.");
        var subtree = new MerkleFrontier();
        for (var leaf = first; leaf < end; leaf++)
            subtree.Append(leafHashes[(int)leaf]);
        return subtree.Root();
    }
}
