using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>What one row of a file says, and on whose word.</summary>
/// <param name="Row">The row.</param>
/// <param name="Supplier">The body whose file it is.</param>
/// <param name="Authority">The body's local authority: answers for a record that none answers for yet.</param>
/// <param name="From">Provenance of each field (REC-9).</param>
/// <param name="Effect">What standing in the file means.</param>
internal sealed record RowStatement(FeedRow Row, Guid Supplier, LocalAuthorityCode? Authority, Provenance From, FeedEffect Effect)
{
    /// <summary>An older statement never replaces a newer one.</summary>
    public bool IsOlderThan(Provenance held) => From.AsAt < held.AsAt;

    /// <summary>True when what is held stays against another value: it is newer, or a steward's correction (FED-8).</summary>
    public bool Yields(Provenance held) => IsOlderThan(held) || held.IsPinned;

    /// <summary>True when the row, saying the same, sets the field free of a steward's correction: it is the source that was corrected, and it agrees (FED-8).</summary>
    public bool Frees(Provenance held) => held.IsPinned && held.Corrects == Supplier && From.ReceivedAt >= held.ReceivedAt;
}
