using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Audit;
using ContactPoint.Testing;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>No hostile file takes much memory or changes anything: it is refused with a reason, or its rows are rejected.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class HostileFileTests(ITestOutputHelper output)
{
    // Memory and processor time are the process's: no other test uses them meanwhile.
    private const string Alone = "Hostile files";

    private const long MostHeld = 50L << 20;

    // Of the processor's time, which a machine that is busy with other things does not lengthen. What each took stands in the output.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Fact]
    [Trait("Rule", "FED-2")]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "1.5.1")]
    [Trait("Asvs", "1.5.2")]
    [Trait("Asvs", "1.5.3")]
    [Trait("Asvs", "5.2.2")]
    [Trait("Asvs", "5.2.3")]
    public async Task Check_AHostileFile_EndsWithAReasonInBoundedMemory()
    {
        var checker = new FileChecker(TimeProvider.System);
        foreach (var (what, open, code) in HostileFiles.All)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var begun = Environment.CpuUsage.TotalTime;

            await using var file = open();
            await using var watched = new WatchedStream(file);
            var report = await checker.CheckAsync(watched, ModuleFormats.SchoolRoll, null, 64L << 20, TestContext.Current.CancellationToken);
            var worked = Environment.CpuUsage.TotalTime - begun;

            output.WriteLine($"{what}: {report.Error?.Code ?? $"{report.Problems.Count} of {report.Rows} rows rejected"}, {watched.Count:N0} bytes, {watched.Peak - before:N0} held, {worked.TotalMilliseconds:N0} ms");
            if (code is null) (report.Problems.Count + report.Repeated).ShouldBeGreaterThan(0, what);
            else report.Error.ShouldNotBeNull(what).Code.ShouldStartWith(code, Case.Sensitive, what);
            (report.Error?.Message ?? string.Empty).ShouldNotContain("Exception", Case.Sensitive, what);
            worked.ShouldBeLessThan(Longest, what);
            (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(MostHeld, what);
        }
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    [Trait("Asvs", "5.2.1")]
    public async Task Apply_HostileFiles_ChangesNothingButTheirOutcomes()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        var before = await world.StateAsync();
        var refused = 0;

        foreach (var (what, open, code) in HostileFiles.All.Where(file => file.Code is not null))
        {
            await using var content = open();
            var run = (await world.Get<IFeeds>().ApplyAsync(world.System, FeedWorld.File([]) with { Content = content }, new FeedOptions { Approved = true })).Value;

            (run.State, run.Error!.Code.StartsWith(code!, StringComparison.Ordinal)).ShouldBe((FeedRunState.Refused, true), $"{what}: {run.Error.Code}");
            refused++;
        }

        (await world.StateAsync()).ShouldBe(before);
        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(refused);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-40")]
    public async Task Check_AFileCutOffAtEveryByte_NeverTakesAHalfRecord()
    {
        var checker = new FileChecker(TimeProvider.System);
        var pupils = Enumerable.Range(1, 3).Select(Pupil.Number).ToArray();
        foreach (var whole in new[] { Pupil.File(pupils), XmlRoll.File(pupils) })
        {
            for (var length = 0; length < whole.Length; length++)
            {
                var report = await checker.CheckAsync(new MemoryStream(whole, 0, length), ModuleFormats.SchoolRoll, null, whole.Length);

                // XML that is not whole is none; of separated values, only a cut within the last row's free text cannot be seen.
                if (whole[0] == '<' && length < whole.Length - 1) report.Error.ShouldNotBeNull($"{length} bytes");
                if (report.Error is null) report.Rows.ShouldBeLessThanOrEqualTo(3);
            }
        }
    }

    [Fact]
    [Trait("Invariant", "I-40")]
    public async Task Receive_ALargeXmlFile_HoldsOneRecordAtATime()
    {
        var record = XmlRoll.Record(Pupil.Number(1));
        await using var file = new HostileFiles.MadeStream(XmlRoll.Around()[..^"</Pupils></SchoolRoll>\n".Length], _ => record, 60_000);
        await using var watched = new WatchedStream(file);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var incoming = (await IncomingFile.OpenAsync(watched, new FileForm(ModuleFormats.SchoolRoll), FileLimits.FileBytes, CancellationToken.None)).Value;
        var (buffer, lines) = (new byte[64 * 1024], 0);

        var refusal = await Should.ThrowAsync<FileRefusedException>(async () =>
        {
            for (int read; (read = await incoming.Content.ReadAsync(buffer)) > 0;) lines += buffer.AsSpan(0, read).Count((byte)'\n');
        });

        refusal.Error.Code.ShouldBe("file.xml-form", "it has no end");
        lines.ShouldBe(60_001);
        (watched.Peak - before).ShouldBeLessThan(MostHeld);
        output.WriteLine($"{watched.Count:N0} bytes, {watched.Peak - before:N0} held");
    }

    /// <summary>Looks at what is held while a file is read.</summary>
    private sealed class WatchedStream(Stream inner) : Stream
    {
        private const int Every = 4 << 20;
        private long nextLook;

        public long Count { get; private set; }

        public long Peak { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            if (Count < nextLook) return read;
            nextLook = Count + Every;
            Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
