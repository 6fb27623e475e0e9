using ContactPoint.Ledger.Notes;

namespace ContactPoint.Ledger.Tests.Notes;

[Trait("Rule", "AUD-2")]
[Trait("Invariant", "I-24")]
public class CheckpointTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    [Theory]
    [InlineData("")]
    [InlineData("origin\n1\n")]
    [InlineData("origin\n1\n" + Root)]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("origin\n01\n" + Root + "\n")]
    [InlineData("origin\n+1\n" + Root + "\n")]
    [InlineData("origin\n-1\n" + Root + "\n")]
    [InlineData("origin\n 1\n" + Root + "\n")]
    [InlineData("origin\n9223372036854775808\n" + Root + "\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n")]
    [InlineData("origin\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("origin\n1\n" + Root + "\n\n")]
    [InlineData("origin\n1\n" + Root + "\n\nextension\n")]
    public void Body_NotAsSpecified_IsRefused(string body) => Checkpoint.TryParseBody(body, out _, out _).ShouldBeFalse();

    [Fact]
    public void C2spExample_IsRead()
    {
        const string note = "example.com/behind-the-sofa\n20852163\n" + Root + "\n\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
        SignedNote.TryParse(note, out var parsed, out _).ShouldBeTrue();
        Checkpoint.TryParseBody(parsed!.Text, out var checkpoint, out _).ShouldBeTrue();
        checkpoint!.Origin.ShouldBe("example.com/behind-the-sofa");
        checkpoint.Size.ShouldBe(20852163);
        checkpoint.Root.ToString().ShouldBe(Root);
        checkpoint.ToBody().ShouldBe(parsed.Text);
    }

    [Fact]
    public void Open_ByAnotherKey_IsRefused_ByItsOwnIsGranted()
    {
        using var key = NoteSigningKey.Generate("example.test/log");
        using var other = NoteSigningKey.Generate("example.test/log");
        LedgerHash.TryParse(Root, out var root).ShouldBeTrue();
        var checkpoint = new Checkpoint { Origin = "example.test/log", Size = 0, Root = root, Extensions = ["one", "two"] };
        var note = checkpoint.Sign(key);
        Checkpoint.TryOpen(note, [other.VerifierKey], out _, out _).ShouldBeFalse();
        Checkpoint.TryOpen(note.Replace("\n0\n", "\n1\n", StringComparison.Ordinal), [key.VerifierKey], out _, out _).ShouldBeFalse();
        Checkpoint.TryOpen(null, [key.VerifierKey], out _, out _).ShouldBeFalse();
        Checkpoint.TryOpen(note, [other.VerifierKey, key.VerifierKey], out var opened, out _).ShouldBeTrue();
        opened.ShouldBe(checkpoint);
    }

    [Fact]
    public void ToBody_OfAnImpossibleCheckpoint_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => new Checkpoint { Origin = "", Size = 1, Root = default }.ToBody());
        Should.Throw<InvalidOperationException>(() => new Checkpoint { Origin = "a\nb", Size = 1, Root = default }.ToBody());
        Should.Throw<InvalidOperationException>(() => new Checkpoint { Origin = "a", Size = -1, Root = default }.ToBody());
    }
}
