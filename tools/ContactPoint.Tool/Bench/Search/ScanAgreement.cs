using System.Collections.Concurrent;
using ContactPoint.Matching.Index;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>How the index's first ten compare with those of a scan of every child.</summary>
/// <param name="Queries">How many were compared.</param>
/// <param name="SameTopTen">Share of queries whose first ten were the same children in the same order.</param>
/// <param name="MissedTruth">Share of queries whose child a scan without any rule of candidates had among its ten, and the index had not.</param>
/// <param name="Ties">What ties leave to win, by class.</param>
internal sealed record ScanAgreement(int Queries, double SameTopTen, double MissedTruth, IReadOnlyDictionary<string, TieFigure> Ties)
{
    public static ScanAgreement Measure(IReadOnlyList<SearchTrial> trials, IndexSnapshot index, ColumnScan scan, CancellationToken cancellation)
    {
        int same = 0, missed = 0;
        var places = new ConcurrentBag<(string, (int, int)?)>();
        Parallel.ForEach(trials, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, trial =>
        {
            var ten = index.Search(trial.Query).Take(10).Select(hit => hit.Key).ToList();
            var scanned = scan.Search(trial.Query);
            if (ten.SequenceEqual(scanned.Take(10).Select(hit => hit.Key))) Interlocked.Increment(ref same);
            places.Add((trial.Class, TieFigure.PlaceOf(trial, scanned, scan)));
            if (!ten.Contains(trial.TrueKey) && scan.Search(trial.Query, 10, candidatesOnly: false).Any(hit => hit.Key == trial.TrueKey)) Interlocked.Increment(ref missed);
        });
        return new(trials.Count, Share(same, trials.Count), Share(missed, trials.Count), TieFigure.Of(places));
    }

    private static double Share(int count, int all) => all == 0 ? 0 : Math.Round((double)count / all, 5);
}
