using System.Diagnostics;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Synthetic;
using ContactPoint.Tool.Cli;
using ContactPoint.Tool.Generate;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>A database of the bench's own, loaded with the country by the bulk path, with its search index in memory.</summary>
internal sealed class FeedPlace : IAsyncDisposable
{
    private const string Format = "education.roll";

    private readonly ToolHost host;

    private FeedPlace(ToolHost host, double loadSeconds) => (this.host, LoadSeconds) = (host, loadSeconds);

    public double LoadSeconds { get; }

    public static async Task<Result<FeedPlace>> LoadAsync(string folder, SyntheticCountry country, ModuleCatalogue modules, IToolProgress progress, CancellationToken cancellation)
    {
        var place = new DataPlace(folder, null);
        var clock = Stopwatch.StartNew();
        await using (var loading = ToolHost.Open(place, mayCreateKeys: true, keepsIndex: true))
        {
            await loading.Get<Migrator>().MigrateAsync(cancellation);
            var loaded = await loading.ActAsync(caller => new CountryLoad(loading, caller, country).RunAsync(progress, cancellation), cancellation);
            if (!loaded.Succeeded) return loaded.Error;
        }

        // Another host, as one that has been started: what the loading held is not what the feeds are measured with.
        var host = ToolHost.Open(place, keepsIndex: true, modules: modules);
        await host.Get<IChildIndex>().CatchUpAsync(cancellation);
        return new FeedPlace(host, Math.Round(clock.Elapsed.TotalSeconds, 1));
    }

    public Task<Result<FeedFigure>> ApplyAsync(IReadOnlyList<BenchRoll> rolls, IToolProgress progress, CancellationToken cancellation) =>
        host.ActAsync(caller => ApplyAsync(caller, rolls, progress, cancellation), cancellation);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<Result<FeedFigure>> ApplyAsync(CallerContext caller, IReadOnlyList<BenchRoll> rolls, IToolProgress progress, CancellationToken cancellation)
    {
        var before = await ChangesAsync();
        var memory = new MemoryWatch();
        using var steps = new StepClock();
        var (counts, rate) = await RateFigure.MeasureAsync(rolls.Sum(roll => roll.Rows), () => ApplyAllAsync(caller, rolls, progress, cancellation));
        var took = await memory.EndAsync();
        return counts.Succeeded ? new FeedFigure(rate, steps.Seconds, took, counts.Value, await ChangesAsync() - before) : counts.Error;
    }

    private async Task<Result<FeedCounts>> ApplyAllAsync(CallerContext caller, IReadOnlyList<BenchRoll> rolls, IToolProgress progress, CancellationToken cancellation)
    {
        var (feeds, all, done) = (host.Get<IFeeds>(), new FeedCounts(0, 0, 0, 0, 0, 0), 0);
        foreach (var roll in rolls)
        {
            await using var content = File.OpenRead(roll.File);
            var file = new FeedFile { Source = roll.School, FileName = Path.GetFileName(roll.File), Content = content, Format = Format, AsAt = SyntheticCountry.Reference.AddDays(1) };
            var run = await feeds.ApplyAsync(caller, file, new FeedOptions { Approved = true }, cancellation: cancellation);
            if (!run.Succeeded) return run.Error;
            if (run.Value.State != FeedRunState.Applied) return run.Value.Error ?? ToolErrors.Broken($"A roll ended as {run.Value.State}.");
            var one = run.Value.Counts;
            all = new FeedCounts(all.Applied + one.Applied, all.Unchanged + one.Unchanged, all.Created + one.Created, all.Queued + one.Queued, all.Rejected + one.Rejected, all.Ended + one.Ended);
            progress.Report(done += roll.Rows, rolls.Sum(each => each.Rows));
        }

        return all;
    }

    private Task<long> ChangesAsync() => host.Get<IUnitOfWorkFactory>().ReadAsync(unit => ValueTask.FromResult((long)unit.Prepare("SELECT COUNT(*) FROM $directory.child_change").ExecuteScalar()!));
}
