using System.Text;
using ContactPoint.Ledger.Notes;
using CsCheck;

namespace ContactPoint.Ledger.Tests.Notes;

/// <summary>Vectors as published with Go's sumdb/note and with C2SP signed-note implementations.</summary>
[Trait("Rule", "AUD-2")]
public class SignedNoteTests
{
    private const string PeterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string PeterSigner = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string EnochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string PeterLine = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string EnochLine = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private static readonly NoteVerifierKey Peter = NoteVerifierKey.Parse(PeterKey);
    private static readonly NoteVerifierKey Enoch = NoteVerifierKey.Parse(EnochKey);

    [Fact]
    public void VerifierKey_AnyPartOrAnyByteChanged_IsRefused()
    {
        for (var i = 0; i <= PeterKey.Length; i++)
        {
            for (var j = i + 1; j <= PeterKey.Length; j++)
                NoteVerifierKey.TryParse(PeterKey[i..j], out _).ShouldBe(i == 0 && j == PeterKey.Length);
        }
        foreach (var mangled in Mangle(PeterKey))
            NoteVerifierKey.TryParse(mangled, out _).ShouldBeFalse(mangled);
        NoteVerifierKey.TryParse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==", out _).ShouldBeFalse();
        NoteVerifierKey.TryParse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", out _).ShouldBeFalse();
        NoteVerifierKey.TryParse(null, out _).ShouldBeFalse();
    }

    [Fact]
    public void SigningKey_AnyByteChanged_IsRefused()
    {
        foreach (var mangled in Mangle(PeterSigner))
            NoteSigningKey.TryParse(mangled, out _).ShouldBeFalse(mangled);
        using var key = NoteSigningKey.Parse(PeterSigner);
        key.VerifierKey.Text.ShouldBe(PeterKey);
        key.ExportPrivateText().ShouldBe(PeterSigner);
        key.ToString().ShouldBe(PeterKey, "a signing key must not print its seed");
    }

    [Fact]
    public void Sign_GivesThePublishedNote()
    {
        using var key = NoteSigningKey.Parse(PeterSigner);
        SignedNote.Sign(Text, key).ShouldBe(Text + "\n" + PeterLine);
    }

    [Fact]
    public void Rfc8032Vector_SignsAndVerifies()
    {
        // RFC 8032 §7.1, test 1: the empty message.
        using var key = NoteSigningKey.FromSeed("rfc", Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        var signature = key.Sign([]);
        Convert.ToHexStringLower(signature).ShouldBe(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        key.VerifierKey.Verify([], signature).ShouldBeTrue();
        key.VerifierKey.Verify([1], signature).ShouldBeFalse();
        key.VerifierKey.Verify([], signature.AsSpan(1)).ShouldBeFalse();
    }

    [Fact]
    public void UnknownSignature_IsIgnored()
    {
        var note = Parse(Text + "\n" + PeterLine + EnochLine);
        note.Text.ShouldBe(Text);
        note.TryVerify([Peter], out var verified, out _).ShouldBeTrue();
        verified.ShouldBe([Peter]);
        note.TryVerify([Peter, Enoch], out verified, out _).ShouldBeTrue();
        verified.ShouldBe([Peter, Enoch]);
    }

    [Fact]
    public void OnlyUnknownSignatures_AreRefused()
    {
        var note = Parse(Text + "\n" + PeterLine);
        note.TryVerify([], out _, out _).ShouldBeFalse();
        note.TryVerify([Enoch], out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("No trusted key signed the note.");
    }

    [Fact]
    public void SameNameOrSameIdAlone_IsAnotherKey()
    {
        var misnamed = Parse(Text + "\n" + PeterLine.Replace("PeterNeumann", "CarmenSandiego", StringComparison.Ordinal));
        misnamed.TryVerify([Peter], out _, out _).ShouldBeFalse();
        var otherId = Parse(Text + "\n" + PeterLine.Replace("x08g", "xxxx", StringComparison.Ordinal) + EnochLine);
        otherId.TryVerify([Peter, Enoch], out var verified, out _).ShouldBeTrue();
        verified.ShouldBe([Enoch]);
    }

    [Fact]
    public void WrongSignatureOfATrustedKey_RefusesTheWholeNote()
    {
        var wrong = PeterLine[..60] + "ABCD" + PeterLine[60..];
        Parse(Text + "\n" + EnochLine + wrong).TryVerify([Enoch, Peter], out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("The signature by PeterNeumann+c74f20a3 is wrong.");
        Parse("Another text.\n\n" + PeterLine).TryVerify([Peter], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void SecondSignatureByTheSameKey_IsNotLookedAt()
    {
        var note = Parse(Text + "\n" + PeterLine + PeterLine + PeterLine[..60] + "ABCD" + PeterLine[60..]);
        note.TryVerify([Peter, Peter], out var verified, out _).ShouldBeTrue();
        verified.ShouldBe([Peter]);
    }

    [Fact]
    public void TwoTrustedKeysOfOneNameAndId_AreRefused()
    {
        var (first, second) = CollidingKeys();
        var line = $"— twin {Convert.ToBase64String([(byte)(first.KeyId >> 24), (byte)(first.KeyId >> 16), (byte)(first.KeyId >> 8), (byte)first.KeyId, .. new byte[64]])}\n";
        Parse(Text + "\n" + line).TryVerify([first, second], out _, out var problem).ShouldBeFalse();
        problem.ShouldStartWith("Two different trusted keys");
        Parse(Text + "\n" + line + PeterLine).TryVerify([Peter], out _, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Text)]
    [InlineData(Text + "\n")]
    [InlineData("\u0001" + Text + "\n" + PeterLine)]
    [InlineData("\r" + Text + "\n" + PeterLine)]
    [InlineData("\t" + Text + "\n" + PeterLine)]
    [InlineData("\0" + Text + "\n" + PeterLine)]
    [InlineData(Text + "\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n")]
    [InlineData(Text + "\n" + PeterLine + "Unexpected line.\n")]
    [InlineData(Text + "\n- PeterNeumann x08go/ZJkuBS9UG/SffcvI=\n")]
    [InlineData(Text + "\n— PeterNeumann x08go/ZJkuBS9UG=\n")]
    [InlineData(Text + "\n— PeterNeumann x08gow==\n")]
    [InlineData(Text + "\n— Peter+Neumann x08goxcA\n")]
    [InlineData(Text + "\n— x08goxcA\n")]
    [InlineData("")]
    public void MalformedNote_IsRefused(string note)
    {
        SignedNote.TryParse(note, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeEmpty();
    }

    [Fact]
    public void NoteWithoutLastNewline_NotUtf8_OrWithTooManySignatures_IsRefused()
    {
        var good = Text + "\n" + PeterLine;
        SignedNote.TryParse(good[..^1], out _, out _).ShouldBeFalse();
        byte[] notUtf8 = [0xff, .. Encoding.UTF8.GetBytes(good)];
        SignedNote.TryParse(notUtf8, out _, out _).ShouldBeFalse();
        SignedNote.TryParse("\ud800" + good, out _, out _).ShouldBeFalse();
        SignedNote.TryParse(Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, 100)), out _, out _).ShouldBeTrue();
        SignedNote.TryParse(Text + "\n" + string.Concat(Enumerable.Repeat(PeterLine, 101)), out _, out _).ShouldBeFalse();
        SignedNote.TryParse(new byte[SignedNote.MaxBytes + 1], out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void TextWithEmptyLines_IsSplitAtTheLastOne()
    {
        using var key = NoteSigningKey.Parse(PeterSigner);
        var text = "one\n\n— two AAAAAAAA\n\nthree\n";
        var note = Parse(SignedNote.Sign(text, key));
        note.Text.ShouldBe(text);
        note.TryVerify([Peter], out _, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("no newline")]
    [InlineData("")]
    [InlineData("tab\there\n")]
    public void Sign_TextThatIsNoNoteText_IsRefused(string text)
    {
        using var key = NoteSigningKey.Parse(PeterSigner);
        Should.Throw<ArgumentException>(() => SignedNote.Sign(text, key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\u2003b")]
    [InlineData("a\nb")]
    public void KeyName_WithSpacePlusOrNothing_IsRefused(string name) =>
        Should.Throw<ArgumentException>(() => NoteSigningKey.Generate(name));

    [Fact]
    public void C2spExample_Verifies()
    {
        const string note = "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
        var key = NoteVerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        Parse(note).TryVerify([key], out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void AnyBytes_NeverThrow()
    {
        var seed = Encoding.UTF8.GetBytes(Text + "\n" + PeterLine + EnochLine);
        Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length]).Sample((at, value, length) =>
        {
            var bytes = (byte[])seed.Clone();
            var changed = bytes[at] != value;
            bytes[at] = value;
            // A changed signed byte never verifies as the same text.
            if (SignedNote.TryParse(bytes.AsSpan(0, length), out var note, out _) && note.TryVerify([Peter], out _, out _))
                note.Text.ShouldBe(Text);
            return changed || value == seed[at];
        }, iter: 3000);
    }

    private static SignedNote Parse(string whole)
    {
        SignedNote.TryParse(whole, out var note, out var problem).ShouldBeTrue(problem);
        return note!;
    }

    private static IEnumerable<string> Mangle(string text)
    {
        for (var i = 0; i < text.Length; i++)
            yield return text[..i] + (char)(text[i] + 1) + text[(i + 1)..];
    }

    private static (NoteVerifierKey First, NoteVerifierKey Second) CollidingKeys()
    {
        // 32-bit ids collide by birthday among some hundred thousand keys; the keys need not be on the curve to be confused.
        var random = new Random(1);
        var seen = new Dictionary<uint, byte[]>();
        while (true)
        {
            var key = new byte[32];
            random.NextBytes(key);
            var id = NoteKeyName.KeyId("twin", [1, .. key]);
            if (seen.TryGetValue(id, out var other))
                return (new NoteVerifierKey("twin", other), new NoteVerifierKey("twin", key));
            seen.Add(id, key);
        }
    }
}
