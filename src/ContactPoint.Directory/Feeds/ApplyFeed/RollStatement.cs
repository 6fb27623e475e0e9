using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.SchoolRoll;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>What one row of a roll says, and on whose word.</summary>
/// <param name="Row">The row.</param>
/// <param name="School">The school whose roll it is.</param>
/// <param name="Authority">The school's local authority: answers for a record that none answers for yet.</param>
/// <param name="From">Provenance of each field (REC-9).</param>
internal sealed record RollStatement(RollRow Row, Guid School, LocalAuthorityCode? Authority, Provenance From)
{
    /// <summary>An older statement never replaces a newer one.</summary>
    public bool IsOlderThan(Provenance held) => From.AsAt < held.AsAt;
}
