using ContactPoint.Matching.Index;

namespace ContactPoint.Directory.Search;

/// <summary>The index of names, dates and postcodes that proposes children (ADR 0005). It proposes only: whoever uses it reads the row and checks it.</summary>
/// <remarks>
/// The ordinary index holds active records; never a concealed child, nor what a mask hides, nor a provisional record, which its supplier alone sees. Those lie
/// apart, where they count in no frequency.
/// </remarks>
public interface IChildIndex
{
    /// <summary>True once it has been built from the database.</summary>
    bool IsReady { get; }

    /// <summary>How many children it holds.</summary>
    int Count { get; }

    /// <summary>Builds the index when that has not been done, and brings it up to every write that was committed before the call.</summary>
    /// <param name="cancellation">Cancels the reading; what was read stays.</param>
    Task CatchUpAsync(CancellationToken cancellation = default);

    /// <summary>The best children for a query, best first.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="scorer">Compares rows with the query at this search's weights.</param>
    IReadOnlyList<IndexHit> Find(IndexQuery query, int most, out QueryScorer scorer);

    /// <summary>The best of those who lie apart from the ordinary index, scored at its weights; best first.</summary>
    /// <param name="which">Whom to look among.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="scorer">Of <see cref="Find"/> for the same query.</param>
    IReadOnlyList<IndexHit> FindApart(Apart which, IndexQuery query, int most, QueryScorer scorer);

    /// <summary>Shielded children whose identity does not open, so that nothing but the year beside it says whom they are not.</summary>
    /// <param name="dateOfBirth">When somebody who may be meant was born; a year out counts.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<Guid> FindClosed(DateOnly dateOfBirth, int most);
}
