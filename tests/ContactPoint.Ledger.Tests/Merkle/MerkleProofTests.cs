using ContactPoint.Ledger.Merkle;
using CsCheck;

namespace ContactPoint.Ledger.Tests.Merkle;

[Trait("Rule", "AUD-2")]
public class MerkleProofTests
{
    [Fact]
    [Trait("Invariant", "I-24")]
    public async Task AllPairsTo64_AgreeWithTheRecursiveDefinition_AndEveryWrongProofIsRefused()
    {
        var (data, nodes, roots) = Tree(64);
        for (var size = 1; size <= 64; size++)
        {
            var d = data.Take(size).ToList();
            roots[size].ToArray().ShouldBe(RecursiveTree.Mth(d));
            for (var m = 0; m < size; m++)
            {
                var inclusion = await MerkleProofs.InclusionAsync(nodes, m, size);
                Bytes(inclusion).ShouldBe(RecursiveTree.Path(m, d));
                var leaf = MerkleHasher.Leaf(data[m]);
                MerkleProofs.VerifyInclusion(leaf, m, size, inclusion, roots[size]).ShouldBeTrue();
                foreach (var wrong in Damage(inclusion))
                    MerkleProofs.VerifyInclusion(leaf, m, size, wrong, roots[size]).ShouldBeFalse();
                MerkleProofs.VerifyInclusion(leaf, (m + 1) % size, size, inclusion, roots[size]).ShouldBe(size == 1);
                MerkleProofs.VerifyInclusion(leaf, m, size * 4, inclusion, roots[size]).ShouldBeFalse("a short proof is no proof for a larger tree");
                MerkleProofs.VerifyInclusion(MerkleHasher.Node(leaf, leaf), m, size, inclusion, roots[size]).ShouldBeFalse();
            }
            for (var m = 0; m <= size; m++)
            {
                var consistency = await MerkleProofs.ConsistencyAsync(nodes, m, size);
                Bytes(consistency).ShouldBe(RecursiveTree.Proof(m, d));
                MerkleProofs.VerifyConsistency(m, roots[m], size, roots[size], consistency).ShouldBeTrue();
                foreach (var wrong in Damage(consistency))
                    MerkleProofs.VerifyConsistency(m, roots[m], size, roots[size], wrong).ShouldBeFalse();
                MerkleProofs.VerifyConsistency(m, roots[(m + 1) % 65], size, roots[size], consistency).ShouldBeFalse();
                if (m > 0)
                    MerkleProofs.VerifyConsistency(m, roots[m], size * 4, roots[size], consistency).ShouldBeFalse();
                if (m > 0)
                    MerkleProofs.VerifyConsistency(m, roots[m], size, roots[size - 1], consistency).ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 5)]
    [InlineData(0, 0)]
    public void Inclusion_OutsideTheTree_IsRefused(long leaf, long size)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleProofPlan.Inclusion(leaf, size));
        MerkleProofs.VerifyInclusion(default, leaf, size, [], default).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Consistency_BackwardsOrNegative_IsRefused(long oldSize, long newSize)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => MerkleProofPlan.Consistency(oldSize, newSize));
        MerkleProofs.VerifyConsistency(oldSize, default, newSize, default, []).ShouldBeFalse();
    }

    [Fact]
    public void RandomSizes_AgreeWithTheRecursiveDefinition() =>
        Gen.Byte.Array[0, 40].List[1, 700].SelectMany(d => Gen.Select(Gen.Const(d), Gen.Int[0, d.Count - 1], Gen.Int[0, d.Count]))
            .Sample((d, leaf, oldSize) =>
            {
                var nodes = new StoredNodes();
                d.ForEach(x => nodes.Append(MerkleHasher.Leaf(x)));
                var root = nodes.Frontier.Root();
                var inclusion = MerkleProofs.InclusionAsync(nodes, leaf, d.Count).AsTask().GetAwaiter().GetResult();
                var inclusionReads = nodes.Reads;
                var consistency = MerkleProofs.ConsistencyAsync(nodes, oldSize, d.Count).AsTask().GetAwaiter().GetResult();
                var bound = 2 * (int)Math.Ceiling(Math.Log2(d.Count + 1)) + 1;
                return root.ToArray().SequenceEqual(RecursiveTree.Mth(d))
                    && Same(inclusion, RecursiveTree.Path(leaf, d))
                    && Same(consistency, RecursiveTree.Proof(oldSize, d))
                    && inclusionReads <= bound && nodes.Reads <= bound;
            }, iter: 60);

    [Fact]
    public void Frontier_RestoredAtAnySize_GoesOnAsIfNeverStopped() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300]).Sample((before, after) =>
        {
            var (_, nodes, _) = Tree(before);
            var whole = nodes.Frontier;
            var restored = MerkleFrontier.FromBytes(whole.ToBytes());
            var clone = whole.Clone();
            for (var i = 0; i < after; i++)
            {
                var leaf = MerkleHasher.Leaf([(byte)i, 7]);
                whole.Append(leaf);
                restored.Append(leaf);
                clone.Append(leaf);
            }
            return restored.Root() == whole.Root() && clone.Root() == whole.Root() && restored.Size == before + after
                && restored.ToBytes().SequenceEqual(whole.ToBytes());
        }, iter: 100);

    [Fact]
    public void Frontier_FromDamagedBytes_IsRefused()
    {
        var bytes = Tree(13).Nodes.Frontier.ToBytes();
        Should.Throw<FormatException>(() => MerkleFrontier.FromBytes(bytes.AsSpan(0, 7)));
        Should.Throw<FormatException>(() => MerkleFrontier.FromBytes(bytes.AsSpan(0, bytes.Length - 1)));
        Should.Throw<FormatException>(() => MerkleFrontier.FromBytes([.. bytes, 0]));
        bytes[0] = 0x80;
        Should.Throw<FormatException>(() => MerkleFrontier.FromBytes(bytes));
    }

    [Fact]
    public async Task LeafList_AndStoredNodes_GiveTheSameProofs()
    {
        var (data, nodes, _) = Tree(37);
        var list = new LeafListNodes([.. data.Select(d => MerkleHasher.Leaf(d))]);
        for (var i = 0; i < 37; i++)
        {
            (await MerkleProofs.InclusionAsync(list, i, 37)).ShouldBe(await MerkleProofs.InclusionAsync(nodes, i, 37));
            (await MerkleProofs.ConsistencyAsync(list, i, 37)).ShouldBe(await MerkleProofs.ConsistencyAsync(nodes, i, 37));
        }
        await Should.ThrowAsync<KeyNotFoundException>(async () => await MerkleProofs.InclusionAsync(list, 1, 38));
    }

    private static (List<byte[]> Data, StoredNodes Nodes, List<LedgerHash> Roots) Tree(int size)
    {
        var data = Enumerable.Range(0, size).Select(i => BitConverter.GetBytes(i * 7919)).ToList();
        var nodes = new StoredNodes();
        var roots = new List<LedgerHash> { nodes.Frontier.Root() };
        foreach (var d in data)
        {
            nodes.Append(MerkleHasher.Leaf(d));
            roots.Add(nodes.Frontier.Root());
        }
        roots.AddRange(Enumerable.Repeat(default(LedgerHash), Math.Max(0, 65 - roots.Count)));
        return (data, nodes, roots);
    }

    private static IEnumerable<List<LedgerHash>> Damage(IReadOnlyList<LedgerHash> proof)
    {
        yield return [.. proof, default];
        yield return [default, .. proof];
        for (var i = 0; i < proof.Count; i++)
        {
            yield return [.. proof.Where((_, n) => n != i)];
            var bytes = proof[i].ToArray();
            bytes[i % 32] ^= 0x10;
            yield return [.. proof.Select((h, n) => n == i ? new LedgerHash(bytes) : h)];
        }
    }

    private static List<byte[]> Bytes(IReadOnlyList<LedgerHash> proof) => [.. proof.Select(h => h.ToArray())];

    private static bool Same(IReadOnlyList<LedgerHash> proof, List<byte[]> expected) =>
        proof.Count == expected.Count && proof.Zip(expected).All(p => p.First.ToArray().SequenceEqual(p.Second));
}
