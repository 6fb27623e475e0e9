using ContactPoint.Directory.Feeds;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>How the files went in once.</summary>
/// <param name="Rate">Rows a second, from the first byte received to the last commit.</param>
/// <param name="Steps">Seconds of each step.</param>
/// <param name="Memory">Memory that it took.</param>
/// <param name="Counts">Rows by outcome.</param>
/// <param name="Changes">Changes of records that it left.</param>
internal sealed record FeedFigure(RateFigure Rate, IReadOnlyDictionary<string, double> Steps, MemoryFigure Memory, FeedCounts Counts, long Changes)
{
    /// <summary>Whether it changed anything.</summary>
    public bool HadEffect => Changes > 0 || Counts.Applied > 0 || Counts.Created > 0 || Counts.Queued > 0 || Counts.Ended > 0;
}

/// <summary>All figures of a run.</summary>
/// <param name="Children">Children in the directory.</param>
/// <param name="Rows">Rows of all files.</param>
/// <param name="Files">Files.</param>
/// <param name="LoadSeconds">How long the directory took to load.</param>
/// <param name="First">The files as news.</param>
/// <param name="Again">The same files once more: no effect.</param>
/// <param name="Plain">The baseline before and after, twice each: as new rows and as rows that are there.</param>
/// <param name="Ratio">How many times slower than the baseline the first time is.</param>
/// <param name="AgainRatio">And the second.</param>
/// <param name="PeakResidentMiB">Of the whole process, the loading and the search index included.</param>
internal sealed record FeedFigures(
    long Children, int Rows, int Files, double LoadSeconds, FeedFigure First, FeedFigure Again, IReadOnlyList<RateFigure> Plain, double Ratio, double AgainRatio, double PeakResidentMiB);
