using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;

/// <summary>What a decision does, worked out before its transaction.</summary>
/// <param name="Child">The record that the row goes to; nobody for "not the same".</param>
/// <param name="Change">What is written to it; null when the row says nothing new.</param>
/// <param name="Chosen">The child that the steward chose, when the row is held and goes to a record of its source's own instead.</param>
/// <param name="Apart">Whom the row does not mean.</param>
/// <param name="Looked">The children whose shields it rests on.</param>
/// <param name="Levels">The shields.</param>
internal sealed record DecisionPlan(
    ChildId? Child, RecordChange? Change, ChildId? Chosen, IReadOnlyList<ChildId> Apart, IReadOnlyList<ChildId> Looked, IReadOnlyList<ShieldLevel> Levels)
{
    public bool IsMade => Change?.Write.ExpectedVersion == 0;
}
