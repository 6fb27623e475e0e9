using System.Security.Cryptography;
using System.Text;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Sdk.Data;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ContactPoint.Kernel.Tests.Data;

public sealed class SealerTests : IDisposable
{
    private static readonly SealPurpose Purpose = new("test.field");
    private static readonly Guid Record = Guid.NewGuid();

    private readonly string folder = Directory.CreateTempSubdirectory("contactpoint-keys-").FullName;
    private readonly FakeTimeProvider clock = new();
    private readonly KeyRing ring;
    private readonly AesSealer sealer;

    public SealerTests()
    {
        ring = KeyRing.Open(Path.Combine(folder, "keys"), mayCreate: true, clock);
        sealer = new AesSealer(ring, clock);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact, Trait("Invariant", "I-45")]
    public void AMissingKeyRing_IsNotMadeUnlessAllowed() =>
        Should.Throw<InvalidOperationException>(() => KeyRing.Open(Path.Combine(folder, "elsewhere"), mayCreate: false, clock));

    [Fact, Trait("Asvs", "11.3.3")]
    public void AnyAlteredByte_OtherRecord_OrOtherPurpose_DoesNotOpen_WithOneError()
    {
        var whole = sealer.Seal(Purpose, Record, "Jayden Osborne"u8);
        for (var i = 0; i < whole.Length; i++)
        {
            var altered = (byte[])whole.Clone();
            altered[i] ^= 1;
            Should.Throw<CryptographicException>(() => sealer.Unseal(Purpose, Record, altered)).Message.ShouldBe("A sealed value does not open.");
        }

        Should.Throw<CryptographicException>(() => sealer.Unseal(Purpose, Guid.NewGuid(), whole));
        Should.Throw<CryptographicException>(() => sealer.Unseal(new SealPurpose("test.other"), Record, whole));
        Should.Throw<CryptographicException>(() => sealer.Unseal(Purpose, Record, whole.AsSpan(0, 20)));
    }

    [Fact]
    public void AnyText_RoundTrips_OnAnyDay() =>
        Gen.Select(Gen.String, Gen.Int[0, 40]).Sample((text, days) =>
        {
            clock.Advance(TimeSpan.FromDays(days));
            var bytes = Encoding.UTF8.GetBytes(text);
            return sealer.Unseal(Purpose, Record, sealer.Seal(Purpose, Record, bytes)).AsSpan().SequenceEqual(bytes);
        }, iter: 500);

    [Fact, Trait("Rule", "OPS-3")]
    public void AfterRotation_OldValuesOpen_AndAreStale_NewOnesAreNot()
    {
        var old = sealer.Seal(Purpose, Record, "Jayden"u8);
        sealer.IsStale(old).ShouldBeFalse();
        ring.Rotate();
        sealer.IsStale(old).ShouldBeTrue();
        sealer.Unseal(Purpose, Record, old).ShouldBe("Jayden"u8.ToArray());
        sealer.IsStale(sealer.Seal(Purpose, Record, "Jayden"u8)).ShouldBeFalse();
    }

    [Fact, Trait("Rule", "OPS-3")]
    public void AKeyThatAnotherProcessAdded_OpensAtOnce_AndSealsWithinASecond()
    {
        var elsewhere = KeyRing.Open(ring.Folder, mayCreate: false, clock);
        elsewhere.Rotate();
        var theirs = new AesSealer(elsewhere, clock).Seal(Purpose, Record, "Jayden"u8);
        sealer.Unseal(Purpose, Record, sealer.Seal(Purpose, Record, "Jayden"u8)).ShouldBe("Jayden"u8.ToArray());

        clock.Advance(KeyRing.AdoptedWithin);
        sealer.IsStale(sealer.Seal(Purpose, Record, "Jayden"u8)).ShouldBeFalse();
        ring.CurrentId.ShouldBe(2u);
        sealer.Unseal(Purpose, Record, theirs).ShouldBe("Jayden"u8.ToArray());
        new AesSealer(elsewhere, clock).IsStale(sealer.Seal(Purpose, Record, "Jayden"u8)).ShouldBeFalse();
    }

    [Fact, Trait("Rule", "OPS-3")]
    public void AValueOfAKeyNotSeenYet_Opens_AndOfAKeyThatIsGone_DoesNot()
    {
        var elsewhere = KeyRing.Open(ring.Folder, mayCreate: false, clock);
        elsewhere.Rotate();
        var theirs = new AesSealer(elsewhere, clock).Seal(Purpose, Record, "Jayden"u8);
        sealer.Unseal(Purpose, Record, theirs).ShouldBe("Jayden"u8.ToArray());

        File.Delete(Path.Combine(ring.Folder, "seal-000002.key"));
        var restarted = new AesSealer(KeyRing.Open(ring.Folder, mayCreate: false, clock), clock);
        Should.Throw<CryptographicException>(() => restarted.Unseal(Purpose, Record, theirs)).Message.ShouldBe("A sealed value does not open.");
    }

    [Fact]
    public void BlindIndexes_AgreeForEqualValues_AndDifferBetweenFields()
    {
        sealer.BlindIndex(Purpose, "A123").ShouldBe(sealer.BlindIndex(Purpose, "A123"));
        sealer.BlindIndex(Purpose, "A123").ShouldNotBe(sealer.BlindIndex(new SealPurpose("test.other"), "A123"));
        sealer.BlindIndex(Purpose, "A123").Length.ShouldBe(16);
    }

    [Fact, Trait("Asvs", "13.3.1")]
    public void KeyFiles_AreReadableByTheirOwnerAlone()
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Directory.GetFiles(ring.Folder, "*.key"))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
