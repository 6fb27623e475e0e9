namespace ContactPoint.Ledger.Merkle;

/// <summary>Stored complete subtrees, as <see cref="MerkleFrontier.Append"/> reported them. A database answers a whole proof in one query.</summary>
public interface IMerkleNodes
{
    /// <summary>The hashes at <paramref name="addresses"/>, in that order.</summary>
    /// <exception cref="KeyNotFoundException">A node is not in the store.</exception>
    ValueTask<IReadOnlyList<LedgerHash>> ReadAsync(IReadOnlyList<NodeAddress> addresses, CancellationToken cancellationToken = default);
}
