using ContactPoint.Ledger.Merkle;

namespace ContactPoint.Ledger.Tests.Merkle;

/// <summary>What a sealer stores: all nodes its frontier completed. Counts the reads.</summary>
internal sealed class StoredNodes : IMerkleNodes
{
    private readonly Dictionary<NodeAddress, LedgerHash> _nodes = [];

    internal MerkleFrontier Frontier { get; } = new();

    internal int Reads { get; private set; }

    internal void Append(LedgerHash leaf)
    {
        var completed = new List<MerkleNode>();
        Frontier.Append(leaf, completed);
        foreach (var node in completed)
            _nodes.Add(node.Address, node.Hash);
    }

    public ValueTask<IReadOnlyList<LedgerHash>> ReadAsync(IReadOnlyList<NodeAddress> addresses, CancellationToken cancellationToken = default)
    {
        Reads = addresses.Count;
        return ValueTask.FromResult<IReadOnlyList<LedgerHash>>([.. addresses.Select(a => _nodes[a])]);
    }
}
