using ContactPoint.Ledger.Merkle;

namespace ContactPoint.Ledger.Tests.Merkle;

/// <summary>The eight-leaf tree and proofs that Certificate Transparency's reference implementations publish.</summary>
[Trait("Rule", "AUD-2")]
public class PublishedVectorTests
{
    private static readonly string[] Inputs =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private const string Node10 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private const string Node23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private const string Node4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private const string Leaf4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private const string Node67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private const string Node45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

    public static TheoryData<int, int, string[]> InclusionProofs => new()
    {
        { 0, 1, [] },
        { 0, 8, [Node10, Node23, Node4567] },
        { 5, 8, [Leaf4, Node67, Roots[3]] },
        { 2, 3, [Roots[1]] },
        { 1, 5, [Roots[0], Node23, Leaf4] },
    };

    public static TheoryData<int, int, string[]> ConsistencyProofs => new()
    {
        { 1, 1, [] },
        { 1, 8, [Node10, Node23, Node4567] },
        { 6, 8, [Node45, Node67, Roots[3]] },
        { 2, 5, [Node23, Leaf4] },
    };

    [Fact]
    public void EmptyTree_HasTheHashOfNothing() =>
        Hex(new MerkleFrontier().Root()).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    [Fact]
    public void Roots_AreThePublishedOnes()
    {
        var frontier = new MerkleFrontier();
        for (var i = 0; i < Inputs.Length; i++)
        {
            frontier.Append(MerkleHasher.Leaf(Convert.FromHexString(Inputs[i])));
            Hex(frontier.Root()).ShouldBe(Roots[i]);
        }
    }

    [Theory, MemberData(nameof(InclusionProofs))]
    public async Task InclusionProof_IsThePublishedOne(int leaf, int size, string[] expected)
    {
        var proof = await MerkleProofs.InclusionAsync(Nodes(), leaf, size);
        proof.Select(Hex).ShouldBe(expected);
        MerkleProofs.VerifyInclusion(Leaf(leaf), leaf, size, proof, Parse(Roots[size - 1])).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(ConsistencyProofs))]
    [Trait("Invariant", "I-24")]
    public async Task ConsistencyProof_IsThePublishedOne(int oldSize, int newSize, string[] expected)
    {
        var proof = await MerkleProofs.ConsistencyAsync(Nodes(), oldSize, newSize);
        proof.Select(Hex).ShouldBe(expected);
        MerkleProofs.VerifyConsistency(oldSize, Parse(Roots[oldSize - 1]), newSize, Parse(Roots[newSize - 1]), proof).ShouldBeTrue();
    }

    private static LeafListNodes Nodes() => new([.. Enumerable.Range(0, Inputs.Length).Select(Leaf)]);

    private static LedgerHash Leaf(int i) => MerkleHasher.Leaf(Convert.FromHexString(Inputs[i]));

    private static LedgerHash Parse(string hex) => new(Convert.FromHexString(hex));

    private static string Hex(LedgerHash hash) => Convert.ToHexStringLower(hash.ToArray());
}
