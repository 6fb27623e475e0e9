using System.Diagnostics;

namespace ContactPoint.Tool.Bench.Search.Postgres;

/// <summary>PostgreSQL on the same queries on this machine.</summary>
/// <param name="LoadSeconds">Loading and indexing.</param>
/// <param name="Figures">Time and recall.</param>
/// <param name="IndexAgain">Our index, run again right after it.</param>
internal sealed record PostgresFigure(double LoadSeconds, SearchFigures Figures, SearchFigures? IndexAgain)
{
    /// <summary>How many times quicker our index was at 95 in 100 queries, in the run right after.</summary>
    public double? TimesQuicker => IndexAgain is { All.P95Ms: > 0 } again ? Math.Round(Figures.All.P95Ms / again.All.P95Ms, 1) : null;

    public static async Task<PostgresFigure> MeasureAsync(string binaries, BenchSource source, IReadOnlyList<SearchTrial> trials, int repeat, CancellationToken cancellation)
    {
        await using var cluster = await PostgresCluster.StartAsync(binaries, cancellation);
        await using var connection = await cluster.OpenAsync(cancellation);
        var clock = Stopwatch.StartNew();
        var search = await PostgresSearch.LoadAsync(connection, source.Children(), cancellation);
        var loaded = clock.Elapsed;
        return new(Math.Round(loaded.TotalSeconds, 1), SearchRun.Measure(trials, search.Search, repeat, cancellation), null);
    }
}
