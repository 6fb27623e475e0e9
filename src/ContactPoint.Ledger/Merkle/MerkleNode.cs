namespace ContactPoint.Ledger.Merkle;

/// <summary>
/// Place of a complete subtree: at <paramref name="Level"/> L, number <paramref name="Index"/> i covers the leaves
/// i·2^L up to (but not including) (i+1)·2^L. Level 0 holds the leaf hashes. Such a node never changes once written.
/// </summary>
public readonly record struct NodeAddress(int Level, long Index);

/// <summary>A complete subtree's address with its hash; what a store keeps so that proofs need only O(log n) reads.</summary>
public readonly record struct MerkleNode(NodeAddress Address, LedgerHash Hash);
