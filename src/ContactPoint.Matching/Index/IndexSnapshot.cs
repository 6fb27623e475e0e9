using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>An immutable view of the whole index, searched by any number of threads at once.</summary>
public sealed class IndexSnapshot
{
    /// <summary>How many children a search proposes unless told otherwise (DESIGN §5).</summary>
    public const int Candidates = 64;

    private readonly (ResidentIndex Segment, Removals? Removed)[] _segments;

    /// <summary>A view of one segment.</summary>
    public IndexSnapshot(ResidentIndex segment)
        : this([(segment, null)], segment?.Count ?? throw new ArgumentNullException(nameof(segment)))
    {
    }

    internal IndexSnapshot((ResidentIndex Segment, Removals? Removed)[] segments, int count)
    {
        _segments = segments;
        Count = count;
    }

    /// <summary>How many children can be found.</summary>
    public int Count { get; }

    /// <summary>The best children for a query, best first; equal scores in order of the children's tiebreaks.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="limit">How many children at most.</param>
    /// <param name="model">The model; <see cref="MatchModel.Current"/> when null.</param>
    public IReadOnlyList<IndexHit> Search(IndexQuery query, int limit = Candidates, MatchModel? model = null) => Search(query, limit, model, out _);

    /// <summary>The same, and a scorer by which rows read elsewhere are compared with the query at the very weights of this search.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="limit">How many children at most.</param>
    /// <param name="model">The model; <see cref="MatchModel.Current"/> when null.</param>
    /// <param name="scorer">Scores records as this search did.</param>
    public IReadOnlyList<IndexHit> Search(IndexQuery query, int limit, MatchModel? model, out QueryScorer scorer)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Search(new QueryPlan(query), limit, model, out scorer);
    }

    /// <summary>The same as <see cref="Search(IndexQuery, int, MatchModel?)"/>, where another index was searched for this very query: it need not be made ready again.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="limit">How many children at most.</param>
    /// <param name="asked">The scorer of the other search; one of another query is no help and no harm.</param>
    public IReadOnlyList<IndexHit> SearchAgain(IndexQuery query, int limit, QueryScorer asked)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(asked);
        return Search(asked.PlanOf(query), limit, null, out _);
    }

    private List<IndexHit> Search(QueryPlan plan, int limit, MatchModel? model, out QueryScorer scorer)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var masses = new QueryMasses(plan);
        var searches = new SegmentSearch[_segments.Length];
        for (var i = 0; i < _segments.Length; i++)
        {
            var (segment, removed) = _segments[i];
            searches[i] = new SegmentSearch(plan, segment, removed, i);
            searches[i].AddMasses(masses);
        }

        var sheet = masses.Sheet(model ?? MatchModel.Current);
        scorer = new QueryScorer(plan, sheet, Count);
        var top = new TopHits(limit);
        foreach (var search in searches)
            search.Collect(sheet, top);
        var hits = new List<IndexHit>(limit);
        foreach (var candidate in top.InOrder())
            hits.Add(searches[candidate.Segment].Hit(candidate, sheet));
        foreach (var search in searches)
            search.Dispose();
        return hits;
    }
}
