using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>Answers a query by scoring every child of a segment: the oracle at sizes where comparing pair by pair takes too long, and a baseline.</summary>
/// <remarks>
/// It shares the columns with the index and nothing else: the level of each name is found by comparing the two names, not by expansion, and
/// every row is scored, not the candidates. <see cref="ExhaustiveScan"/>, which shares nothing, is the oracle of the tests. Thread-safe.
/// </remarks>
public sealed class ColumnScan
{
    private readonly ResidentIndex _segment;
    private readonly NameForm?[] _names;

    /// <summary>Takes a segment.</summary>
    public ColumnScan(ResidentIndex segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        _segment = segment;
        _names = new NameForm?[segment.Names.Count + 1];
        for (var id = 1; id < _names.Length; id++)
            _names[id] = NameForm.Of(segment.Names.Text(id));
    }

    /// <summary>What <see cref="IndexSnapshot.Search(IndexQuery, int, MatchModel?)"/> must answer.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="limit">How many children at most.</param>
    /// <param name="candidatesOnly">False to rank rows as well that answer to neither date, both names nor place.</param>
    public IReadOnlyList<IndexHit> Search(IndexQuery query, int limit = IndexSnapshot.Candidates, bool candidatesOnly = true)
    {
        var (search, sheet) = Prepare(query);
        var top = new TopHits(limit);
        search.CollectAll(sheet, top, candidatesOnly);
        return [.. top.InOrder().Select(candidate => search.Hit(candidate, sheet))];
    }

    /// <summary>How many other children score better than one, and how many just as well; null when it is not held or no candidate.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="key">The child.</param>
    public (int Better, int Equal)? PlaceOf(IndexQuery query, Guid key)
    {
        var child = _segment.Find(key);
        if (child < 0)
            return null;
        var (search, sheet) = Prepare(query);
        var best = new int?[_segment.Count];
        for (var row = 0; row < _segment.RowCount; row++)
        {
            if (search.Score(row, sheet, candidatesOnly: true) is not { } score)
                continue;
            ref var held = ref best[_segment.Rows.Child(row)];
            held = Math.Max(held ?? score, score);
        }

        return best[child] is { } own ? (best.Count(other => other > own), best.Count(other => other == own) - 1) : null;
    }

    private (SegmentSearch Search, ScoreSheet Sheet) Prepare(IndexQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var plan = new QueryPlan(query);
        var search = new SegmentSearch(plan, _segment, null, 0, name => new NameExpansion(name, _names));
        var masses = new QueryMasses(plan);
        search.AddMasses(masses);
        return (search, masses.Sheet(MatchModel.Current));
    }
}
