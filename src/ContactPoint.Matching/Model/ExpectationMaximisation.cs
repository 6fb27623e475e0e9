using System.Collections.Immutable;

namespace ContactPoint.Matching.Model;

/// <summary>What was learnt.</summary>
/// <param name="Model">The starting model with learnt m (and, if asked for, u) of family and given name, date, gender and postcode.</param>
/// <param name="MatchShare">The share of the pairs that are matches.</param>
/// <param name="Rounds">How many rounds it took.</param>
/// <param name="LogLikelihood">Of the pairs under the learnt model, natural logarithm.</param>
public sealed record LearntModel(MatchModel Model, double MatchShare, int Rounds, double LogLikelihood);

/// <summary>Learns m-probabilities from candidate pairs whose truth is not known.</summary>
/// <remarks>
/// A. Dempster, N. Laird and D. Rubin (1977), applied to record linkage as by W. Winkler (1988): fields independent given match or no match;
/// missing levels say nothing. Equal vectors are counted once, so the cost hangs on the patterns and not on the pairs.
/// </remarks>
public static class ExpectationMaximisation
{
    private const int Fields = 5;
    private const double Smoothing = 0.5;

    /// <summary>Learns until no probability moves by more than <paramref name="tolerance"/>.</summary>
    /// <param name="pairs">How candidate pairs compare.</param>
    /// <param name="start">Where to start; names the version too, to which "+em" is added.</param>
    /// <param name="learnU">Whether u is learnt as well: right when the pairs are all pairs or a fair sample of them.</param>
    /// <param name="maxRounds">The most rounds.</param>
    /// <param name="tolerance">When to stop.</param>
    /// <exception cref="ArgumentException">There are no pairs.</exception>
    public static LearntModel Learn(
        IEnumerable<ComparisonVector> pairs, MatchModel start, bool learnU = false, int maxRounds = 200, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(start);
        var patterns = pairs.CountBy(pair => pair).ToArray();
        if (patterns.Length == 0)
            throw new ArgumentException("There are no pairs to learn from.", nameof(pairs));
        LevelTable[] tables = [start.Family, start.Given, start.DateOfBirth, start.Gender, start.Postcode];
        var m = Array.ConvertAll(tables, table => Normalised(table.M));
        double[][] u = [Marginal(start.Family.U), Marginal(start.Given.U), Normalised(start.DateOfBirth.U), Normalised(start.Gender.U), Normalised(start.Postcode.U)];
        var share = 0.1;
        var rounds = 0;
        var moved = double.MaxValue;
        double likelihood = 0;
        for (; rounds < maxRounds && moved > tolerance; rounds++)
            (share, moved, likelihood) = Round(patterns, m, u, share, learnU);
        return new(With(start, tables, m, learnU ? u : null), share, rounds, likelihood);
    }

    private static (double Share, double Moved, double Likelihood) Round(
        KeyValuePair<ComparisonVector, int>[] patterns, double[][] m, double[][] u, double share, bool learnU)
    {
        var matched = Array.ConvertAll(m, levels => Prior(levels));
        var unmatched = Array.ConvertAll(u, levels => Prior(levels));
        double matches = 0, pairs = 0, likelihood = 0;
        foreach (var (vector, count) in patterns)
        {
            double same = share, other = 1 - share;
            for (var field = 0; field < Fields; field++)
            {
                var level = vector[field];
                same *= level == 0 ? 1 : m[field][level];
                other *= level == 0 ? 1 : u[field][level];
            }

            var total = Math.Max(same + other, double.Epsilon);
            var weight = same / total * count;
            matches += weight;
            pairs += count;
            likelihood += count * Math.Log(total);
            for (var field = 0; field < Fields; field++)
            {
                matched[field][vector[field]] += weight;
                unmatched[field][vector[field]] += count - weight;
            }
        }

        var moved = Math.Abs((matches / pairs) - share);
        for (var field = 0; field < Fields; field++)
        {
            moved = Math.Max(moved, Replace(m[field], matched[field]));
            if (learnU)
                moved = Math.Max(moved, Replace(u[field], unmatched[field]));
        }

        return (Math.Clamp(matches / pairs, 1e-9, 1 - 1e-9), moved, likelihood);
    }

    // Half a pair spread as the model stood: a level that never occurs keeps a small probability.
    private static double[] Prior(double[] levels) => Array.ConvertAll(levels, p => p * Smoothing);

    private static double Replace(double[] probabilities, double[] counts)
    {
        counts[0] = 0;
        var total = counts.Sum();
        var moved = 0.0;
        for (var level = 1; level < probabilities.Length; level++)
        {
            var next = counts[level] / total;
            moved = Math.Max(moved, Math.Abs(next - probabilities[level]));
            probabilities[level] = next;
        }

        return moved;
    }

    private static double[] Normalised(ImmutableArray<double> levels)
    {
        var total = levels.Skip(1).Sum();
        return [0, .. levels.Skip(1).Select(p => Math.Max(p / total, 1e-9))];
    }

    // The names' u are kept cumulated over stronger levels, as the index prices them; learning needs the probability of each level.
    private static double[] Marginal(ImmutableArray<double> cumulated) =>
        Normalised([.. cumulated.Select((u, level) => level < 2 || level == cumulated.Length - 1 ? u : u - cumulated[level - 1])]);

    private static ImmutableArray<double> Cumulated(double[] levels)
    {
        var sum = 0.0;
        return [.. levels.Select((u, level) => level == levels.Length - 1 ? u : sum += u)];
    }

    private static MatchModel With(MatchModel start, LevelTable[] tables, double[][] m, double[][]? u)
    {
        LevelTable Table(int field) => new([.. m[field]], u is null ? tables[field].U : field < 2 ? Cumulated(u[field]) : [.. u[field]]);
        return start with
        {
            Version = start.Version + "+em",
            Family = Table(0),
            Given = Table(1),
            DateOfBirth = Table(2),
            Gender = Table(3),
            Postcode = Table(4),
        };
    }
}
