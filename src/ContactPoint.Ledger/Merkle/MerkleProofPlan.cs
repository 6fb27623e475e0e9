using System.Numerics;

namespace ContactPoint.Ledger.Merkle;

/// <summary>
/// Which stored nodes an inclusion proof (RFC 9162 §2.1.3.1) or a consistency proof (§2.1.4.1) needs, and how to make the proof of
/// them. At most one element of a proof lies on the ragged right edge; it is folded from several nodes, so that the whole
/// stays O(log n) reads.
/// </summary>
public sealed class MerkleProofPlan
{
    private readonly int[] _nodesPerElement;

    private MerkleProofPlan(List<NodeAddress> nodes, List<int> nodesPerElement)
    {
        Nodes = nodes;
        _nodesPerElement = [.. nodesPerElement];
    }

    /// <summary>The nodes to read, in the order <see cref="Build"/> wants them.</summary>
    public IReadOnlyList<NodeAddress> Nodes { get; }

    /// <summary>Plans the proof that leaf <paramref name="leafNumber"/> is in the tree of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ leafNumber &lt; size.</exception>
    public static MerkleProofPlan Inclusion(long leafNumber, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(leafNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(leafNumber, size);
        var ranges = new List<(long First, long End)>();
        long first = 0, end = size;
        while (end - first > 1)
            Descend(leafNumber, ref first, ref end, ranges);
        return Plan(ranges);
    }

    /// <summary>Plans the proof that the tree of the first <paramref name="newSize"/> leaves extends the tree of the first <paramref name="oldSize"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ oldSize ≤ newSize. Sizes 0 and newSize have the empty proof.</exception>
    public static MerkleProofPlan Consistency(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var ranges = new List<(long First, long End)>();
        if (oldSize == 0)
            return Plan(ranges);
        long first = 0, end = newSize;
        while (end != oldSize)
            Descend(oldSize - 1, ref first, ref end, ranges);
        // A subtree that starts at leaf 0 is the old tree itself, whose root the verifier knows.
        if (first != 0)
            ranges.Add((first, end));
        return Plan(ranges);
    }

    /// <summary>Makes the proof, its elements from the leaf upwards.</summary>
    /// <param name="hashes">The hashes of <see cref="Nodes"/>, in that order.</param>
    public IReadOnlyList<LedgerHash> Build(IReadOnlyList<LedgerHash> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        if (hashes.Count != Nodes.Count)
            throw new ArgumentException($"The proof needs {Nodes.Count} nodes, not {hashes.Count}.", nameof(hashes));
        var proof = new LedgerHash[_nodesPerElement.Length];
        var next = 0;
        for (var i = 0; i < proof.Length; i++)
        {
            next += _nodesPerElement[i];
            var hash = hashes[next - 1];
            for (var left = 2; left <= _nodesPerElement[i]; left++)
                hash = MerkleHasher.Node(hashes[next - left], hash);
            proof[i] = hash;
        }
        return proof;
    }

    private static void Descend(long towards, ref long first, ref long end, List<(long First, long End)> siblings)
    {
        var split = first + (1L << BitOperations.Log2((ulong)(end - first - 1)));
        if (towards < split)
        {
            siblings.Add((split, end));
            end = split;
        }
        else
        {
            siblings.Add((first, split));
            first = split;
        }
    }

    private static MerkleProofPlan Plan(List<(long First, long End)> ranges)
    {
        var nodes = new List<NodeAddress>();
        var perElement = new List<int>(ranges.Count);
        for (var i = ranges.Count - 1; i >= 0; i--)
        {
            var before = nodes.Count;
            var (first, end) = ranges[i];
            while (first < end)
            {
                var level = BitOperations.Log2((ulong)(end - first));
                nodes.Add(new NodeAddress(level, first >> level));
                first += 1L << level;
            }
            perElement.Add(nodes.Count - before);
        }
        return new MerkleProofPlan(nodes, perElement);
    }
}
