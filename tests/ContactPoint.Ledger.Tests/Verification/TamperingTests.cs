using System.Globalization;
using System.Text;
using ContactPoint.Ledger.Verification;

namespace ContactPoint.Ledger.Tests.Verification;

/// <summary>
/// Random tampering, 3,000 by default. For the full proof: <c>CONTACTPOINT_TAMPERINGS=100000</c>; <c>CONTACTPOINT_SEED</c> repeats a run.
/// </summary>
[Trait("Rule", "AUD-2")]
[Trait("Invariant", "I-23")]
public class TamperingTests(ITestOutputHelper output)
{
    private static readonly int Count = Setting("CONTACTPOINT_TAMPERINGS", 3000);
    private static readonly int Seed = Setting("CONTACTPOINT_SEED", 20260101);

    [Fact]
    public void AnyTamperingUnderTheHeldCheckpoint_IsDetected_AndItsFirstEntryNamed()
    {
        var random = new Random(Seed);
        var (missed, misnamed, exact) = (0, new List<string>(), 0);
        SampleLog whole = null!;
        for (var n = 0; n < Count; n++)
        {
            if (n % 20 == 0)
            {
                whole = SampleLog.Create(random, random.Next(2, 40), random.Next(0, 5));
                var good = SampleLog.Verify(whole.Write(), whole.Options(mac: n % 40 == 0));
                good.Ok.ShouldBeTrue(Describe(good));
                good.FirstBadEntry.ShouldBeNull();
            }
            var log = whole.Copy();
            var tampering = Tampering.Apply(log, random, n % Tampering.Kinds);
            var report = SampleLog.Verify(log.Write(), whole.Options());
            if (report.Ok)
                missed++;
            else if (!Names(report, tampering, whole))
                misnamed.Add($"#{n} {tampering}: {Describe(report)}");
            if (report.FirstBadEntry?.IsExact == true)
                exact++;
        }
        Print($"tamperings {Count}, missed {missed}, first bad entry misnamed {misnamed.Count}, named exactly {exact}, by range {Count - exact} (seed {Seed})");
        missed.ShouldBe(0);
        misnamed.ShouldBeEmpty();
    }

    [Fact]
    public void AnyByteOfASealedEntrysLineChanged_IsDetected_AndTheEntryNamed()
    {
        var random = new Random(Seed + 1);
        var (missed, misnamed) = (0, 0);
        var count = Math.Max(500, Count / 4);
        SampleLog whole = null!;
        for (var n = 0; n < count; n++)
        {
            if (n % 50 == 0)
                whole = SampleLog.Create(random, random.Next(2, 30), 0);
            var export = whole.Write();
            var entry = random.Next(whole.Sealed.Count);
            var start = export.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{{\"type\":\"entry\",\"leaf\":{entry},"));
            var length = export.AsSpan(start).IndexOf((byte)'\n');
            var at = start + random.Next(length);
            var old = export[at];
            while (export[at] == old)
                export[at] = (byte)random.Next(256);
            var report = SampleLog.Verify(export, whole.Options());
            if (report.Ok)
                missed++;
            else if (report.FirstBadEntry?.LeafNumber != entry)
                misnamed++;
        }
        Print($"changed bytes {count}, missed {missed}, first bad entry misnamed {misnamed} (seed {Seed + 1})");
        missed.ShouldBe(0);
        misnamed.ShouldBe(0);
    }

    [Fact]
    public void AnyTamperingWithEntriesOrTail_IsDetectedByTheHolderOfTheMacKey()
    {
        var random = new Random(Seed + 2);
        var missed = new List<string>();
        var count = Math.Max(500, Count / 4);
        SampleLog whole = null!;
        for (var n = 0; n < count; n++)
        {
            if (n % 20 == 0)
                whole = SampleLog.Create(random, random.Next(2, 20), random.Next(2, 8));
            var log = whole.Copy();
            var at = random.Next(log.Tail.Count);
            Guid? named = log.Tail[at].Id;
            switch (n % 5)
            {
                case 0:
                    log.Tail[at] = log.Tail[at] with { PublicPart = SampleLog.Bytes(random, 90) };
                    break;
                case 1:
                    log.Tail.RemoveAt(at);
                    named = null;
                    break;
                case 2:
                    var forged = SampleLog.Entry(random, SampleLog.Bytes(random, 32), true);
                    log.Tail.Insert(at, forged);
                    named = forged.Id;
                    break;
                case 3:
                    log.Tail[at] = log.Tail[at] with { Mac = log.Tail[(at + 1) % log.Tail.Count].Mac };
                    break;
                default:
                    log.Tail[at] = log.Sealed[0] with { LeafNumber = null, RecordedHash = null };
                    named = log.Tail[at].Id;
                    break;
            }
            var report = SampleLog.Verify(log.Write(), whole.Options(mac: true));
            if (report.Ok || report.FirstBadEntry is null || report.FirstBadEntry.Id != named || report.ProvenSize != whole.Sealed.Count)
                missed.Add($"#{n}: {Describe(report)}");
        }
        Print($"tail tamperings {count}, missed or misnamed {missed.Count} (seed {Seed + 2})");
        missed.ShouldBeEmpty();
    }

    /// <summary>Exactly, or, where all evidence was rewritten, by the range from the last good checkpoint to the next.</summary>
    private static bool Names(VerificationReport report, Tampering tampering, SampleLog whole)
    {
        var first = report.FirstBadEntry;
        if (first is null || first.LeafNumber is not null)
            return first?.LeafNumber == tampering.Leaf;
        var sizes = whole.Checkpoints.Select(c => (long)c.Size).ToList();
        return !tampering.Exact
            && first.RangeStart == sizes.Where(s => s <= tampering.Leaf).DefaultIfEmpty(0).Max()
            && first.RangeStart <= tampering.Leaf && tampering.Leaf < first.RangeEnd
            && first.RangeEnd <= sizes.First(s => s > tampering.Leaf) + 1;
    }

    private static string Describe(VerificationReport report) =>
        $"first bad {report.FirstBadEntry}; {string.Join(" | ", report.Problems.Select(p => p.Message))}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private void Print(string line)
    {
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
