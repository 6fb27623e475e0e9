using System.Collections.Immutable;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>How many rows have a name of each level against one query name: the source of u.</summary>
internal struct NameMasses
{
    private Counts _counts;

    public void Add(NameLevel level, long rows) => _counts[(int)level] += rows;

    public readonly long this[NameLevel level] => _counts[(int)level];

    /// <summary>Weights by level against what the whole directory makes of the name asked for.</summary>
    /// <remarks>
    /// The name asked for may be the child's own or a slip of it. How likely it is to be asked for, whoever is meant, is the sum over all names held: that
    /// is u, for every level the same. So a name that nobody bears is read as a slip of those it is near to, and weighs as they do; a name that many bear
    /// is hardly a slip of a rare one. Half of the slips make a name that exists, in proportion to how common it is; the others make any string.
    /// </remarks>
    public readonly int[] Weights(LevelTable table, ImmutableArray<double> ways)
    {
        long total = 0;
        for (var level = NameLevel.Exact; level <= NameLevel.Different; level++)
            total += _counts[(int)level];
        var share = 1 / (total + 1.0);
        var exact = (_counts[(int)NameLevel.Exact] + 1) * share;
        Span<double> asked = stackalloc double[(int)NameLevel.Different];
        long stronger = 0;
        var all = 0.0;
        for (var level = NameLevel.Exact; level < NameLevel.Different; level++)
        {
            stronger += _counts[(int)level];
            asked[(int)level] = table.M[(int)level]
                * (level == NameLevel.Exact ? 1 : (MatchModel.ToAName * exact / ((stronger + 1) * share)) + ((1 - MatchModel.ToAName) / ways[(int)level]));
            all += asked[(int)level] * (_counts[(int)level] + (level == NameLevel.Exact ? 1 : 0)) * share;
        }

        var weights = new int[(int)NameLevel.Different + 1];
        for (var level = NameLevel.Exact; level < NameLevel.Different; level++)
            weights[(int)level] = LevelTable.Weight(asked[(int)level], all);
        weights[(int)NameLevel.Different] = table.Weight((int)NameLevel.Different, (total - stronger + 1.0) / (total + 1.0));
        return weights;
    }

    [System.Runtime.CompilerServices.InlineArray((int)NameLevel.Different + 1)]
    private struct Counts
    {
        private long _first;
    }
}
