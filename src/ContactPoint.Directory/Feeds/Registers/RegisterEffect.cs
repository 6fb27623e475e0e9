using ContactPoint.Directory.Feeds.Reading;

namespace ContactPoint.Directory.Feeds.Registers;

/// <summary>What one row of a register does.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Told">What whoever brought it is told.</param>
/// <param name="Note">What is wrong, or without what it is taken.</param>
/// <param name="Says">What it says, where the body is written; null where it is left as it is.</param>
internal sealed record RegisterEffect(PlannedRow Row, FeedOutcome Outcome, SourceOutcome Told, RowProblem? Note = null, RegisterRow? Says = null);
