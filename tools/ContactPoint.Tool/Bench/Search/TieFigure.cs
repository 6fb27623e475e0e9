using System.Collections.Concurrent;
using ContactPoint.Matching.Index;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>How many others fit a query exactly as well as the child that it is after, by the scan of every child: what no order of equals can do better.</summary>
/// <param name="Queries">Queries of the class that were compared.</param>
/// <param name="TiedFirst">Share whose child shares the first place with others.</param>
/// <param name="Expected">Recall@1 on average when equals stand in random order: a child that shares the first place with k others counts 1 / (k + 1), one that is outscored nothing.</param>
/// <param name="Ceiling">The best recall@1 that any ranking could reach on average: one that is outscored counts as if it led its equals.</param>
internal sealed record TieFigure(int Queries, double TiedFirst, double Expected, double Ceiling)
{
    public static IReadOnlyDictionary<string, TieFigure> Of(ConcurrentBag<(string Class, (int Better, int Equal)? Place)> places) =>
        places.GroupBy(pair => pair.Class).ToDictionary(group => group.Key, group => Of([.. group.Select(pair => pair.Place)]));

    /// <summary>How many beat the child and how many equal it. Those returned tell, unless the last of them fits as well: then all are asked.</summary>
    public static (int Better, int Equal)? PlaceOf(SearchTrial trial, IReadOnlyList<IndexHit> hits, ColumnScan scan)
    {
        if (hits.FirstOrDefault(hit => hit.Key == trial.TrueKey) is not { } own || (hits.Count >= IndexSnapshot.Candidates && hits[^1].Score.Units == own.Score.Units))
            return scan.PlaceOf(trial.Query, trial.TrueKey);
        return (hits.Count(hit => hit.Score.Units > own.Score.Units), hits.Count(hit => hit.Score.Units == own.Score.Units) - 1);
    }

    private static TieFigure Of(List<(int Better, int Equal)?> places) => new(
        places.Count,
        Share(places, place => place is { Better: 0, Equal: > 0 } ? 1 : 0),
        Share(places, place => place is { Better: 0 } first ? 1.0 / (first.Equal + 1) : 0),
        Share(places, place => place is { } any ? 1.0 / (any.Equal + 1) : 0));

    private static double Share(List<(int Better, int Equal)?> places, Func<(int Better, int Equal)?, double> worth) => Math.Round(places.Average(worth), 4);
}
