using System.Numerics;
using System.Security.Cryptography;
using ContactPoint.Ledger.Entries;
using CsCheck;

namespace ContactPoint.Ledger.Tests.Entries;

[Trait("Rule", "AUD-2")]
[Trait("Invariant", "I-23")]
public class EntryHashTests
{
    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 2000];

    [Fact]
    public void ShortKeyOrSalt_IsRefused()
    {
        Should.Throw<ArgumentException>(() => EntryMac.Compute(new byte[31], default, [], default));
        Should.Throw<ArgumentException>(() => PayloadCommitment.Compute(new byte[31], []));
        Should.Throw<ArgumentException>(() => TailStatement.Create(new byte[31], "a", 0, default));
        Should.Throw<ArgumentException>(() => TailStatement.Create(new byte[32], "", 0, default));
        Should.Throw<ArgumentException>(() => TailStatement.Create(new byte[32], "a\nb", 0, default));
        Should.Throw<ArgumentException>(() => TailStatement.Create(new byte[32], new string('a', 129), 0, default));
        Should.Throw<ArgumentException>(() => TailStatement.Create(new byte[32], "a", -1, default));
        Should.Throw<ArgumentException>(() => new LedgerHash(new byte[31]));
    }

    [Fact]
    public void AnyEntry_HashesAsTheDocumentedFormulaSays() =>
        Gen.Select(Gen.Guid, Bytes, Bytes, Gen.Byte.Array[32], Gen.Byte.Array[32]).Sample((id, publicPart, payload, salt, key) =>
        {
            var commitment = SHA256.HashData([.. salt, .. payload]);
            var idBytes = id.ToByteArray(bigEndian: true);
            var mac = HMACSHA256.HashData(key, (byte[])[(byte)'E', .. idBytes, .. publicPart, .. commitment]);
            var leaf = SHA256.HashData([0, .. idBytes, .. mac, .. publicPart, .. commitment]);
            var ours = PayloadCommitment.Compute(salt, payload);
            var ourMac = EntryMac.Compute(key, id, publicPart, ours);
            return ours.ToArray().SequenceEqual(commitment) && ourMac.ToArray().SequenceEqual(mac)
                && EntryMac.Verify(key, id, publicPart, ours, new LedgerHash(mac))
                && !EntryMac.Verify(key, id, [.. publicPart, 0], ours, new LedgerHash(mac))
                && AuditLeaf.Hash(id, ourMac, publicPart, ours).ToArray().SequenceEqual(leaf)
                && Ledger.Merkle.MerkleHasher.Leaf(AuditLeaf.Encode(id, ourMac, publicPart, ours)).ToArray().SequenceEqual(leaf);
        }, iter: 300);

    [Fact]
    public void MacSum_IsAdditionModuloTwoTo256_InAnyOrder() =>
        Gen.OneOf(Gen.Byte.Array[32], Gen.Const(Enumerable.Repeat((byte)0xff, 32).ToArray())).List[0, 30].Sample(macs =>
        {
            var expected = macs.Aggregate(BigInteger.Zero, (sum, m) => (sum + new BigInteger(m, isUnsigned: true, isBigEndian: true)) % (BigInteger.One << 256));
            var forwards = macs.Aggregate(default(MacSum), (sum, m) => sum.Add(new LedgerHash(m)));
            var backwards = Enumerable.Reverse(macs).Aggregate(default(MacSum), (sum, m) => sum.Add(new LedgerHash(m)));
            return forwards == backwards && new BigInteger(forwards.Value.ToArray(), isUnsigned: true, isBigEndian: true) == expected;
        }, iter: 300);

    [Fact]
    public void Statement_AnyFieldChanged_IsRefused()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var statement = TailStatement.Create(key, "node-a", 5, new MacSum(LedgerHash.Sha256([1])));
        (statement with { Writer = "node-b" }).Verify(key).ShouldBeFalse();
        (statement with { Count = 4 }).Verify(key).ShouldBeFalse();
        (statement with { Sum = default }).Verify(key).ShouldBeFalse();
        statement.Verify(RandomNumberGenerator.GetBytes(32)).ShouldBeFalse();
        statement.Verify(key).ShouldBeTrue();
    }

    [Theory]
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=")]
    [InlineData(" sUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==")]
    [InlineData("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I")]
    [InlineData("€sUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    [InlineData("")]
    [InlineData(null)]
    public void Hash_InAnotherSpelling_IsRefused(string? text) => LedgerHash.TryParse(text, out _).ShouldBeFalse();
}
