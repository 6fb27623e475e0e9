using System.Text;
using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Export;
using ContactPoint.Ledger.Tests.Verification;
using ContactPoint.Ledger.Verification;
using CsCheck;

namespace ContactPoint.Ledger.Tests.Export;

[Trait("Rule", "AUD-2")]
public class LedgerExportTests
{
    private readonly SampleLog _log = SampleLog.Create(new Random(5), 12, 3);

    [Fact]
    public async Task WhatIsWritten_IsRead()
    {
        var (entries, reader) = await ReadAll(_log.Write());
        entries.Count.ShouldBe(15);
        foreach (var (read, written) in entries.Zip(_log.Sealed.Concat(_log.Tail)))
        {
            (read.LeafNumber, read.Id, read.Commitment, read.Mac, read.RecordedHash, read.HasPayload)
                .ShouldBe((written.LeafNumber, written.Id, written.Commitment, written.Mac, written.RecordedHash, written.HasPayload));
            read.PublicPart.ToArray().ShouldBe(written.PublicPart.ToArray());
            read.Salt.ToArray().ShouldBe(written.Salt.ToArray());
            read.Payload.ToArray().ShouldBe(written.Payload.ToArray());
        }
        reader.Header!.Origin.ShouldBe(SampleLog.Origin);
        reader.Header.Created.ShouldBe(DateTimeOffset.UnixEpoch);
        reader.Footer.ShouldBe(new LedgerExportFooter(15, 12, 3, _log.Checkpoints.Count, 2));
        reader.Statement.ShouldBe(_log.Statements[^1]);
    }

    [Fact]
    public async Task FileCutAnywhere_IsRefused_WithALineNumber()
    {
        var whole = _log.Write();
        for (var length = 0; length < whole.Length; length++)
        {
            var e = await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(whole[..length]));
            e.Line.ShouldBe(whole.AsSpan(0, length).Count((byte)'\n') + 1);
        }
    }

    [Theory]
    [InlineData("", "cut short")]
    [InlineData("\n", "not JSON")]
    [InlineData("garbage\n", "not JSON")]
    [InlineData("\0\0\0\n", "not JSON")]
    [InlineData("\uFEFF{\"type\":\"header\"}\n", "byte order mark")]
    [InlineData("[]\n", "not a JSON object")]
    [InlineData("{}\n", "first member")]
    [InlineData("{\"type\":1}\n", "plain string")]
    [InlineData("{\"type\":\"he\\u0061der\"}\n", "plain string")]
    [InlineData("{\"type\":\"entry\"}\n", "header is the first")]
    [InlineData("{\"type\":\"header\"}\n", "missing")]
    [InlineData("{\"type\":\"header\",\"type\":\"header\"}\n", "unknown")]
    [InlineData("{\"type\":\"header\",\"origin\":\"a\",\"origin\":\"a\"}\n", "twice")]
    [InlineData("{\"type\":\"header\",\"more\":1}\n", "unknown")]
    [InlineData("{\"type\":\"header\",\"format\":\"contactpoint-ledger-export/2\",\"origin\":\"a\",\"keys\":[],\"created\":\"1970-01-01T00:00:00.000Z\"}\n", "format")]
    [InlineData("{\"type\":\"header\",\"format\":\"contactpoint-ledger-export/1\",\"origin\":\"a\\nb\",\"keys\":[],\"created\":\"1970-01-01T00:00:00.000Z\"}\n", "origin")]
    [InlineData("{\"type\":\"header\",\"format\":\"contactpoint-ledger-export/1\",\"origin\":\"a\",\"keys\":[1],\"created\":\"1970-01-01T00:00:00.000Z\"}\n", "not a string")]
    [InlineData("{\"type\":\"header\",\"format\":\"contactpoint-ledger-export/1\",\"origin\":\"a\",\"keys\":[],\"created\":\"yesterday\"}\n", "UTC time")]
    public async Task HeaderNotAsSpecified_IsRefused(string file, string why)
    {
        var e = await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(Encoding.UTF8.GetBytes(file)));
        e.Line.ShouldBe(1);
        e.Message.ShouldContain(why);
    }

    public static TheoryData<string, string, string> Damage => new()
    {
        { "\"leaf\":0", "\"leaf\":-1", "whole number" },
        { "\"leaf\":0", "\"leaf\":0.5", "whole number" },
        { "\"leaf\":0", "\"leaf\":99999999999999999999", "whole number" },
        { "\"leaf\":0", "\"leaf\":\"0\"", "whole number" },
        { "\"leaf\":0", "\"leaf\":null", "or neither" },
        { "\"leaf\":0", "\"leaf\":0,\"leaf\":0", "twice" },
        { "\"leaf\":0", "\"leaf\":0,\"Leaf\":0", "unknown" },
        { "\"leaf\":0", "\"leaf\":0,\"x\":{\"y\":{}}", "unknown" },
        { "\"leaf\":0", "\"leaf\":0,,", "not JSON" },
        { "\"leaf\":0", "\"leaf\":0,\0", "not JSON" },
        { "\"leaf\":0", "/**/\"leaf\":0", "not JSON" },
        { "\"leaf\":0,", "", "missing" },
        { "\"public\":\"", "\"public\":\"*", "base64" },
        { "\"public\":\"", "\"public\":\" ", "base64" },
        { "\"public\":\"", "\"public\":\"\\u0041", "base64" },
        { "\"commitment\":\"", "\"commitment\":\"AAAA", "32 bytes" },
        { "\"mac\":\"", "\"mac\":null,\"", "32 bytes" },
        { "\"id\":\"", "\"id\":\"{", "UUID" },
        { "\"salt\":\"", "\"salt\":\"AAAA", "or neither" },
        { "\"payload\":\"", "\"pay\":\"", "unknown" },
        { "\"hash\":\"", "\"hash\":\"\xff\",\"", "32 bytes" },
    };

    [Theory, MemberData(nameof(Damage))]
    public async Task EntryNotAsSpecified_IsRefused(string from, string to, string why)
    {
        _log.Sealed[0] = SampleLog.Entry(new Random(1), _log.MacKey, withPayload: true) is var e0 ? e0 with { LeafNumber = 0, RecordedHash = e0.LeafHash() } : default;
        var text = Encoding.Latin1.GetString(_log.Write());
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var file = Encoding.Latin1.GetBytes(text[..at] + to + text[(at + from.Length)..]);
        var e = await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(file));
        e.Line.ShouldBe(2);
        e.Message.ShouldContain(why);
        e.Message.Length.ShouldBeLessThan(120, "a message must not repeat the line");
    }

    [Theory]
    [InlineData("{\"type\":\"other\"}", "unknown")]
    [InlineData("{\"type\":\"header\"}", "only that")]
    [InlineData("{\"type\":\"checkpoint\"}", "missing")]
    [InlineData("{\"type\":\"checkpoint\",\"note\":1}", "not a string")]
    [InlineData("{\"type\":\"checkpoint\",\"note\":\"\\ud800\"}", "UTF-8")]
    [InlineData("{\"type\":\"tail\",\"writer\":\"\"}", "missing")]
    [InlineData("{\"type\":\"tail\",\"count\":1e3}", "whole number")]
    [InlineData("{\"type\":\"footer\",\"entries\":1}", "missing")]
    [InlineData("{\"type\":\"checkpoint\",\"note\":\"\"} {}", "not JSON")]
    [InlineData("", "not JSON")]
    public async Task OtherLineNotAsSpecified_IsRefused(string line, string why)
    {
        var text = Encoding.UTF8.GetString(_log.Write());
        var second = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var e = await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(Encoding.UTF8.GetBytes(text[..second] + line + "\n" + text[second..])));
        (e.Line, e.Reason).ShouldSatisfyAllConditions(x => x.Line.ShouldBe(2), x => x.Reason.ShouldContain(why));
    }

    [Fact]
    public async Task IdInUpperCase_IsRefused()
    {
        var id = new Guid("abcdefab-cdef-abcd-efab-cdefabcdefab");
        _log.Tail[0] = _log.Tail[0] with { Id = id };
        var text = Encoding.UTF8.GetString(_log.Write());
        var e = await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(Encoding.UTF8.GetBytes(text.Replace($"{id}", $"{id}".ToUpperInvariant(), StringComparison.Ordinal))));
        e.Reason.ShouldBe("an id is not a UUID.");
    }

    [Fact]
    public async Task AnythingAfterTheFooter_IsRefused()
    {
        byte[] file = [.. _log.Write(), .. "{\"type\":\"footer\"}\n"u8];
        (await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(file))).Reason.ShouldBe("something follows the footer.");
    }

    [Theory]
    [InlineData(64 * 1024 + 1, true)]
    [InlineData(64 * 1024 + 1, false)]
    [InlineData(5_000_000, true)]
    [InlineData(5_000_000, false)]
    public async Task HugeLine_IsRefused_WithoutBeingHeld(int length, bool ends)
    {
        var header = _log.Write();
        header = header[..(header.AsSpan().IndexOf((byte)'\n') + 1)];
        byte[] file = [.. header, .. Enumerable.Repeat((byte)' ', length), .. ends ? "\n"u8 : default];
        var e = await Should.ThrowAsync<LedgerFormatException>(() => ReadAll(file));
        (e.Line, e.Reason).ShouldBe((2, "the line is longer than 65536 bytes."));
    }

    [Fact]
    public async Task LongestLine_IsWrittenAndRead_OneLongerIsRefusedByTheWriter()
    {
        var random = new Random(2);
        var entry = SampleLog.Entry(random, _log.MacKey, false) with { PublicPart = SampleLog.Bytes(random, 48_900) };
        _log.Tail.Add(entry);
        (await ReadAll(_log.Write())).Entries[^1].PublicPart.Length.ShouldBe(48_900);
        _log.Tail[^1] = entry with { PublicPart = SampleLog.Bytes(random, 49_200) };
        Should.Throw<ArgumentException>(() => _log.Write());
    }

    [Fact]
    public async Task Writer_OutOfTurnOrWithHalfAnEntry_IsRefused()
    {
        using var stream = new MemoryStream();
        await using var writer = new LedgerExportWriter(stream);
        Should.Throw<InvalidOperationException>(() => writer.WriteCheckpointAsync("x").AsTask());
        var header = new LedgerExportHeader { Origin = "a", Keys = [], Created = DateTimeOffset.UnixEpoch };
        await writer.WriteHeaderAsync(header);
        Should.Throw<InvalidOperationException>(() => writer.WriteHeaderAsync(header).AsTask());
        Should.Throw<ArgumentException>(() => writer.WriteEntryAsync(_log.Sealed[0] with { RecordedHash = null }).AsTask());
        Should.Throw<ArgumentException>(() => writer.WriteEntryAsync(_log.Sealed[0] with { Salt = new byte[5] }).AsTask());
        Should.Throw<ArgumentException>(() => writer.WriteEntryAsync(_log.Sealed[0] with { Salt = default, Payload = new byte[5] }).AsTask());
        await writer.CompleteAsync();
        Should.Throw<InvalidOperationException>(() => writer.WriteCheckpointAsync("x").AsTask());
    }

    [Fact]
    public void AnyBytes_AreReportedAndNeverThrown()
    {
        var whole = _log.Write();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte.Array[0, 6], Gen.Int[0, 6]).Sample((at, put, take) =>
        {
            byte[] file = [.. whole[..at], .. put, .. whole[Math.Min(whole.Length, at + take)..]];
            SampleLog.Verify(file, _log.Options(mac: true)).ShouldNotBeNull();
        }, iter: 2000);
    }

    [Fact]
    public void LineTakenOut_MakesTheFootersCountsWrong()
    {
        var lines = Encoding.UTF8.GetString(_log.Write()).Split('\n').ToList();
        lines.RemoveAt(lines.FindLastIndex(l => l.Contains("\"leaf\":null", StringComparison.Ordinal)));
        var report = SampleLog.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)), _log.Options());
        report.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.CountsWrong);
    }

    private static async Task<(List<LedgerEntry> Entries, LedgerExportReader Reader)> ReadAll(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var reader = new LedgerExportReader(stream);
        var entries = new List<LedgerEntry>();
        while (await reader.ReadAsync())
        {
            if (reader.Kind != ExportLineKind.Entry)
                continue;
            var entry = reader.Entry;
            entries.Add(entry with { PublicPart = entry.PublicPart.ToArray(), Salt = entry.Salt.ToArray(), Payload = entry.Payload.ToArray() });
        }
        return (entries, reader);
    }
}
