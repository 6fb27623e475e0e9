using System.Collections.Concurrent;
using ContactPoint.Matching.Index;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Why children were not among the first ten: what the query says may fit ten others as well, and then no weights help.</summary>
/// <param name="Queries">Queries of the class.</param>
/// <param name="Tied">Lost to children whom the query fits just as well.</param>
/// <param name="Outscored">Lost to children whom it fits better.</param>
/// <param name="ByRule">The child is no candidate at all.</param>
internal sealed record SearchLosses(int Queries, int Tied, int Outscored, int ByRule)
{
    private const int Shown = 10;

    public static IReadOnlyDictionary<string, SearchLosses> Measure(
        IReadOnlyList<SearchTrial> trials, BenchSource source, IndexSnapshot index, CancellationToken cancellation)
    {
        var truths = source.Some(trials.Select(trial => trial.TrueId).ToHashSet()).Select(child => child.ToRecord()).ToDictionary(record => record.Key);
        var found = new ConcurrentBag<(string Class, SearchLosses Loss)>();
        Parallel.ForEach(trials, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, trial =>
        {
            if (truths.TryGetValue(trial.TrueKey, out var truth)) found.Add((trial.Class, Of(trial, truth, index)));
        });
        return found.GroupBy(pair => pair.Class).ToDictionary(group => group.Key, group => group.Aggregate(new SearchLosses(0, 0, 0, 0), (sum, pair) => sum.And(pair.Loss)));
    }

    private static SearchLosses Of(SearchTrial trial, IndexRecord truth, IndexSnapshot index)
    {
        var ten = index.Search(trial.Query, Shown, null, out var scorer);
        if (ten.Any(hit => hit.Key == trial.TrueKey)) return new(1, 0, 0, 0);
        if (scorer.Score(truth) is not { } own) return new(1, 0, 0, 1);
        return own.Score.Units == ten[^1].Score.Units ? new(1, 1, 0, 0) : new(1, 0, 1, 0);
    }

    private SearchLosses And(SearchLosses other) => new(Queries + other.Queries, Tied + other.Tied, Outscored + other.Outscored, ByRule + other.ByRule);
}
