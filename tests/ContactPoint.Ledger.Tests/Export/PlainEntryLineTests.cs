using System.Text;
using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Export;
using ContactPoint.Ledger.Tests.Verification;
using CsCheck;

namespace ContactPoint.Ledger.Tests.Export;

/// <summary>The quick way of reading an entry accepts nothing that the strict way refuses or reads otherwise.</summary>
[Trait("Rule", "AUD-2")]
public class PlainEntryLineTests
{
    private readonly SampleLog _log = SampleLog.Create(new Random(7), 12, 3);

    public PlainEntryLineTests() => _log.Sealed = [.. _log.Sealed.Select(entry => entry with { Salt = default, Payload = default })];

    [Fact]
    public void NumberedEntryAsItIsWritten_IsReadTheQuickWay()
    {
        foreach (var (line, written) in Lines().Zip(_log.Sealed))
        {
            PlainEntryLine.TryParse(Encoding.ASCII.GetBytes(line), new byte[ExportFormat.MaxLine], out var entry).ShouldBeTrue();
            (entry.LeafNumber, entry.Id, entry.Commitment, entry.Mac, entry.RecordedHash, entry.HasPayload)
                .ShouldBe((written.LeafNumber, written.Id, written.Commitment, written.Mac, written.RecordedHash, false));
            entry.PublicPart.ToArray().ShouldBe(written.PublicPart.ToArray());
        }
    }

    [Theory]
    [InlineData("\"leaf\":1,", "\"leaf\":01,")]
    [InlineData("\"leaf\":1,", "\"leaf\":+1,")]
    [InlineData("\"leaf\":1,", "\"leaf\":-1,")]
    [InlineData("\"leaf\":1,", "\"leaf\":1e0,")]
    [InlineData("\"leaf\":1,", "\"leaf\":9223372036854775808,")]
    [InlineData("\"}", "\"} ")]
    [InlineData("\"}", "\",\"hash\":null}")]
    [InlineData("=\"", "\"")]
    public void AnythingElse_IsLeftToTheStrictWay(string from, string to)
    {
        var line = Lines()[1];
        line.ShouldContain(from);
        PlainEntryLine.TryParse(Encoding.ASCII.GetBytes(line.Replace(from, to, StringComparison.Ordinal)), new byte[ExportFormat.MaxLine], out _).ShouldBeFalse();
    }

    [Fact]
    public void AnyEditThatIsAccepted_ReadsTheSameTheStrictWay()
    {
        var line = Encoding.ASCII.GetBytes(Lines()[1]);
        var accepted = 0;
        Gen.Select(Gen.Int[0, line.Length - 1], Gen.Byte).Sample((at, put) =>
        {
            byte[] edited = [.. line];
            edited[at] = put;
            if (!PlainEntryLine.TryParse(edited, new byte[ExportFormat.MaxLine], out var quick)) return;
            Interlocked.Increment(ref accepted);
            var strict = Strictly(edited);
            (quick.LeafNumber, quick.Id, quick.Commitment, quick.Mac, quick.RecordedHash).ShouldBe((strict.LeafNumber, strict.Id, strict.Commitment, strict.Mac, strict.RecordedHash));
            quick.PublicPart.ToArray().ShouldBe(strict.PublicPart.ToArray());
        }, iter: 20_000);
        accepted.ShouldBeGreaterThan(100);
    }

    // A space is JSON too, and not how the writer spells it: so the strict way reads it.
    private LedgerEntry Strictly(byte[] line)
    {
        byte[] file = [.. Encoding.ASCII.GetBytes(Whole()[0]), (byte)'\n', (byte)' ', .. line, (byte)'\n'];
        using var stream = new MemoryStream(file);
        var reader = new LedgerExportReader(stream);
        for (var read = 0; read < 2; read++) reader.ReadAsync().AsTask().GetAwaiter().GetResult().ShouldBeTrue();
        return reader.Entry;
    }

    private string[] Whole() => Encoding.ASCII.GetString(_log.Write()).Split('\n');

    private List<string> Lines() => [.. Whole().Where(line => line.Contains("\"entry\"", StringComparison.Ordinal) && !line.Contains("\"leaf\":null", StringComparison.Ordinal))];
}
