namespace ContactPoint.Tool.Bench.Search;

/// <summary>How quick and how good the answers to a set of queries were.</summary>
/// <param name="Queries">How many.</param>
/// <param name="P50Ms">Half were answered within this, in milliseconds.</param>
/// <param name="P95Ms">95 in 100 were.</param>
/// <param name="P99Ms">99 in 100 were.</param>
/// <param name="RecallAt1">Share with the right child first.</param>
/// <param name="RecallAt10">Share with it among the first ten.</param>
internal sealed record SearchFigure(int Queries, double P50Ms, double P95Ms, double P99Ms, double RecallAt1, double RecallAt10)
{
    public static SearchFigure Of(IReadOnlyCollection<Answer> answers)
    {
        if (answers.Count == 0) return new(0, 0, 0, 0, 0, 0);
        var times = answers.Select(answer => answer.Ms).Order().ToArray();
        return new(times.Length, At(times, .50), At(times, .95), At(times, .99), Share(answers, 1), Share(answers, 10));
    }

    private static double At(double[] sorted, double share) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))], 3);

    private static double Share(IReadOnlyCollection<Answer> answers, int within) =>
        Math.Round((double)answers.Count(answer => answer.Rank >= 1 && answer.Rank <= within) / answers.Count, 4);
}

/// <summary>One query answered.</summary>
/// <param name="Class">The query's class.</param>
/// <param name="Ms">How long it took.</param>
/// <param name="Rank">Where the right child stood, from 1; 0 when it was not among those returned.</param>
internal readonly record struct Answer(string Class, double Ms, int Rank);

/// <summary>The figures of one program: overall, by class, and the means of the classes' recalls.</summary>
internal sealed record SearchFigures(SearchFigure All, double MeanRecallAt1, double MeanRecallAt10, IReadOnlyDictionary<string, SearchFigure> Classes)
{
    public static SearchFigures Of(IReadOnlyCollection<Answer> answers)
    {
        var classes = answers.GroupBy(answer => answer.Class).ToDictionary(group => group.Key, group => SearchFigure.Of([.. group]));
        return classes.Count == 0
            ? new(SearchFigure.Of(answers), 0, 0, classes)
            : new(SearchFigure.Of(answers), Math.Round(classes.Values.Average(figure => figure.RecallAt1), 4), Math.Round(classes.Values.Average(figure => figure.RecallAt10), 4), classes);
    }
}
