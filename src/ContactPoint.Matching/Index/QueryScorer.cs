using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>Compares single records with a query at the weights that a search of the whole directory used.</summary>
/// <remarks>For the re-check of proposed candidates against the rows of the database: the index proposes, the row decides. Thread-safe.</remarks>
public sealed class QueryScorer
{
    private readonly QueryPlan _plan;
    private readonly ScoreSheet _sheet;

    internal QueryScorer(QueryPlan plan, ScoreSheet sheet, int population)
    {
        _plan = plan;
        _sheet = sheet;
        Population = population;
    }

    /// <summary>How many children the search drew from.</summary>
    public int Population { get; }

    /// <summary>The query made ready, whether or not it is the one that this was made for.</summary>
    internal QueryPlan PlanOf(IndexQuery query) => ReferenceEquals(_plan.Query, query) ? _plan : new QueryPlan(query);

    /// <summary>The best of the record's names; null when no reading of it answers to the query.</summary>
    /// <param name="record">The record as read.</param>
    public IndexHit? Score(IndexRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return ExhaustiveScan.Best(_plan, _sheet, record);
    }
}
