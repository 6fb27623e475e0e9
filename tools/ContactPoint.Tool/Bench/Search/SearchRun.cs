using System.Diagnostics;
using ContactPoint.Matching.Index;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Runs queries one after the other on one thread and takes the time of each.</summary>
internal static class SearchRun
{
    private const int WarmUps = 1_500;
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(20);

    /// <param name="trials">The queries.</param>
    /// <param name="search">The program that is measured.</param>
    /// <param name="repeat">How often each is asked; the best time counts, which takes out what else the machine did.</param>
    /// <param name="cancellation">Stops between two queries.</param>
    public static SearchFigures Measure(IReadOnlyList<SearchTrial> trials, Func<IndexQuery, IReadOnlyList<Guid>> search, int repeat, CancellationToken cancellation)
    {
        var warm = Stopwatch.StartNew();
        for (var i = 0; i < WarmUps && trials.Count > 0 && warm.Elapsed < LongestWarmUp; i++) search(trials[i % trials.Count].Query);
        var answers = new List<Answer>(trials.Count);
        foreach (var trial in trials)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = double.MaxValue;
            IReadOnlyList<Guid> found = [];
            for (var i = 0; i < repeat; i++)
            {
                var start = Stopwatch.GetTimestamp();
                found = search(trial.Query);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            answers.Add(new Answer(trial.Class, best, RankOf(trial.TrueKey, found)));
        }

        return SearchFigures.Of(answers);
    }

    public static IReadOnlyList<Guid> Keys(IReadOnlyList<IndexHit> hits)
    {
        var keys = new Guid[hits.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = hits[i].Key;
        return keys;
    }

    private static int RankOf(Guid key, IReadOnlyList<Guid> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] == key) return i + 1;
        }

        return 0;
    }
}
