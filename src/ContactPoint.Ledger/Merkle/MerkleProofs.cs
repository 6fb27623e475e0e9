using System.Numerics;

namespace ContactPoint.Ledger.Merkle;

/// <summary>Makes proofs from stored nodes and checks proofs by the iterative algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2.</summary>
public static class MerkleProofs
{
    /// <summary>Proof that leaf <paramref name="leafNumber"/> is in the tree of size <paramref name="size"/>; one read of O(log n) nodes.</summary>
    public static async ValueTask<IReadOnlyList<LedgerHash>> InclusionAsync(
        IMerkleNodes nodes, long leafNumber, long size, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var plan = MerkleProofPlan.Inclusion(leafNumber, size);
        return plan.Build(await nodes.ReadAsync(plan.Nodes, cancellationToken));
    }

    /// <summary>Proof that the tree of <paramref name="newSize"/> only adds to the tree of <paramref name="oldSize"/>; one read of O(log n) nodes.</summary>
    public static async ValueTask<IReadOnlyList<LedgerHash>> ConsistencyAsync(
        IMerkleNodes nodes, long oldSize, long newSize, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var plan = MerkleProofPlan.Consistency(oldSize, newSize);
        return plan.Build(await nodes.ReadAsync(plan.Nodes, cancellationToken));
    }

    /// <summary>True when the proof shows that <paramref name="leafHash"/> is leaf <paramref name="leafNumber"/> of the tree with this size and root.</summary>
    public static bool VerifyInclusion(LedgerHash leafHash, long leafNumber, long size, IReadOnlyList<LedgerHash> proof, LedgerHash root)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (leafNumber < 0 || leafNumber >= size)
            return false;
        var (fn, sn) = (leafNumber, size - 1);
        var hash = leafHash;
        foreach (var sibling in proof)
        {
            if (sn == 0)
                return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                hash = MerkleHasher.Node(sibling, hash);
                SkipToRightChild(ref fn, ref sn);
            }
            else
            {
                hash = MerkleHasher.Node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && hash == root;
    }

    /// <summary>
    /// True when the proof shows that the tree (newSize, newRoot) extends the tree (oldSize, oldRoot). Equal sizes need equal roots and an
    /// empty proof; size 0 needs the empty tree's root and an empty proof.
    /// </summary>
    public static bool VerifyConsistency(long oldSize, LedgerHash oldRoot, long newSize, LedgerHash newRoot, IReadOnlyList<LedgerHash> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (oldSize < 0 || oldSize > newSize)
            return false;
        if (oldSize == newSize)
            return proof.Count == 0 && oldRoot == newRoot;
        if (oldSize == 0)
            return proof.Count == 0 && oldRoot == MerkleHasher.EmptyRoot;

        // The RFC puts the old root before the proof when the old size is a power of two.
        var next = 0;
        if (!BitOperations.IsPow2(oldSize) && proof.Count == 0)
            return false;
        var start = BitOperations.IsPow2(oldSize) ? oldRoot : proof[next++];
        var shift = BitOperations.TrailingZeroCount(oldSize);
        var (fn, sn) = ((oldSize - 1) >> shift, (newSize - 1) >> shift);
        var (oldHash, newHash) = (start, start);
        for (; next < proof.Count; next++)
        {
            if (sn == 0)
                return false;
            var sibling = proof[next];
            if ((fn & 1) == 1 || fn == sn)
            {
                oldHash = MerkleHasher.Node(sibling, oldHash);
                newHash = MerkleHasher.Node(sibling, newHash);
                SkipToRightChild(ref fn, ref sn);
            }
            else
            {
                newHash = MerkleHasher.Node(newHash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && oldHash == oldRoot && newHash == newRoot;
    }

    private static void SkipToRightChild(ref long fn, ref long sn)
    {
        while ((fn & 1) == 0 && fn != 0)
        {
            fn >>= 1;
            sn >>= 1;
        }
    }
}
