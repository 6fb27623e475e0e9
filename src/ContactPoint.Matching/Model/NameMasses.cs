using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>How many rows have a name of each level against one query name: the source of u.</summary>
internal struct NameMasses
{
    private Counts _counts;

    public void Add(NameLevel level, long rows) => _counts[(int)level] += rows;

    public readonly long this[NameLevel level] => _counts[(int)level];

    /// <summary>Weights by level, u cumulated over stronger levels: a near miss of a common name is worth less than one of a rare name.</summary>
    public readonly int[] Weights(LevelTable table)
    {
        var weights = new int[(int)NameLevel.Different + 1];
        long total = 0;
        for (var level = NameLevel.Exact; level <= NameLevel.Different; level++)
            total += _counts[(int)level];
        long stronger = 0;
        for (var level = NameLevel.Exact; level < NameLevel.Different; level++)
        {
            stronger += _counts[(int)level];
            weights[(int)level] = table.Weight((int)level, (stronger + 1.0) / (total + 1.0));
        }

        weights[(int)NameLevel.Different] = table.Weight((int)NameLevel.Different, (total - stronger + 1.0) / (total + 1.0));
        return weights;
    }

    [System.Runtime.CompilerServices.InlineArray((int)NameLevel.Different + 1)]
    private struct Counts
    {
        private long _first;
    }
}
