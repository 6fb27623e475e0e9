using System.Globalization;
using System.Text;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class OutcomeExportTests
{
    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task WriteSourceOutcomes_WhenTheEntryCannotBeWritten_WritesNothing()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1));
        await world.JobAsync(async (_, unit) => await unit.Prepare(
            "CREATE TRIGGER no_export BEFORE INSERT ON $kernel.audit_entry WHEN NEW.event_code = 304 BEGIN SELECT RAISE(ABORT, 'no'); END").ExecuteNonQueryAsync());
        using var output = new MemoryStream();

        await Should.ThrowAsync<Exception>(() => world.Get<IFeeds>().WriteSourceOutcomesAsync(world.System, run.Id, output));

        output.Length.ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    public async Task WriteSourceOutcomes_IsRecordedWithWhoWhichRunAndHowManyRows()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1), Pupil.Number(2), Pupil.Number(3));

        using var output = new MemoryStream();
        (await world.Get<IFeeds>().WriteSourceOutcomesAsync(world.System, run.Id, output)).Value.ShouldBe(3);

        var entry = (await world.PayloadsAsync(AuditEvents.FeedExported, AuditOutcome.Granted)).ShouldHaveSingleItem();
        entry.ShouldContain("\"rows\": 3");
        entry.ShouldContain(run.Id.ToString());
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task WriteForSource_OfMoreThanAPage_IsWholeAndHoldsNoSnapshotWhileItWrites()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1));
        const int rows = FeedViews.ExportPageSize * 2 + 3;
        await world.JobAsync(async (_, unit) =>
        {
            for (var line = 3; line < rows + 2; line++)
                await FeedStatements.InsertOutcome(unit).Bind(run.Id, line, FeedOutcome.Unchanged, SourceOutcome.Unchanged, null, null, null).ExecuteNonQueryAsync();
            return rows;
        });
        var units = new CountingUnits(world.Get<IUnitOfWorkFactory>());
        using var output = new WatchingStream(() => units.Open.ShouldBe(0));

        (await new FeedViews(units, new FeedFormats([]), TimeProvider.System).WriteForSourceAsync(run.Id, rows, output, CancellationToken.None)).ShouldBe(rows);

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1);
        lines.Select(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(2, rows));
        units.Reads.ShouldBe(3);
    }

    private sealed class CountingUnits(IUnitOfWorkFactory inner) : IUnitOfWorkFactory
    {
        public int Open { get; private set; }

        public int Reads { get; private set; }

        public Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default) => inner.RunAsync(work, cancellation);

        public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default)
        {
            (Open, Reads) = (Open + 1, Reads + 1);
            var found = await inner.ReadAsync(read, cancellation);
            Open--;
            return found;
        }
    }

    private sealed class WatchingStream(Action onWrite) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            onWrite();
            base.Write(buffer);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            onWrite();
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
