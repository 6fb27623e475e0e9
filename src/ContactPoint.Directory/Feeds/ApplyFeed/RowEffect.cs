using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>All that one row does, worked out before its transaction.</summary>
internal sealed record RowEffect
{
    public required PlannedRow Row { get; init; }

    /// <summary>As a steward without clearance sees it.</summary>
    public required FeedOutcome Seen { get; init; }

    /// <summary>As its source is told.</summary>
    public required SourceOutcome Told { get; init; }

    /// <summary>What is wrong in its form, or why it waits.</summary>
    public RowProblem? Note { get; init; }

    public ChildWrite? Write { get; init; }

    /// <summary>What the row's source takes back of the record that the row stood for before.</summary>
    public ChildWrite? Leaves { get; init; }

    /// <summary>The record that the row is about, when it is linked.</summary>
    public ChildId? On { get; init; }

    /// <summary>What the row says of fields of the record that stewards have corrected.</summary>
    public IReadOnlyList<(SourceSays Says, bool Agrees)> Contested { get; init; } = [];

    public PreparedEntry? Entry { get; init; }

    /// <summary>What the source's last file now says under the row's key.</summary>
    public Supplied? Put { get; init; }

    /// <summary>For a held row, the record that it would stand for without the shielded child.</summary>
    public ChildId? SeenAs { get; init; }

    /// <summary>The key under which the last file had the row, when it was another.</summary>
    public RowKey? Drop { get; init; }

    public (Guid Id, byte[] Sealed)? Verdict { get; init; }
}

/// <summary>A batch, ready to be written.</summary>
/// <param name="From">Its place in the plan.</param>
/// <param name="Effects">Row by row.</param>
/// <param name="Looked">The children whose shields it rests on.</param>
/// <param name="Levels">The shields.</param>
internal sealed record PlannedBatch(int From, IReadOnlyList<RowEffect> Effects, IReadOnlyList<ChildId> Looked, IReadOnlyList<ShieldLevel> Levels);
