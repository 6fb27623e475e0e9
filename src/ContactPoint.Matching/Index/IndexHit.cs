using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>A child that the index proposes.</summary>
/// <param name="Key">The child's internal id.</param>
/// <param name="Score">Score and waterfall of the child's best row.</param>
/// <param name="NameKind">Which of the child's names it was.</param>
public sealed record IndexHit(Guid Key, MatchScore Score, NameKind NameKind)
{
    /// <summary>Why it matched, in plain English, strongest reason first.</summary>
    public IReadOnlyList<string> Why => NameKind switch
    {
        NameKind.Preferred => [.. Score.Why, "found by preferred name"],
        NameKind.Former => [.. Score.Why, "found by former name"],
        NameKind.Alias => [.. Score.Why, "found by another name"],
        _ => [.. Score.Why],
    };
}
