using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;

/// <summary>A steward's decision about a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Choice">What was decided.</param>
/// <param name="Candidate">The child linked, or ruled out; null for a new record, and to rule out all who are shown.</param>
public sealed record QueueDecision(Guid Row, QueueChoice Choice, ChildHandle? Candidate = null);
