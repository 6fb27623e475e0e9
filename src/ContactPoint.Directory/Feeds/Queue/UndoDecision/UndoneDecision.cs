namespace ContactPoint.Directory.Feeds.Queue.UndoDecision;

/// <summary>A decision that was undone.</summary>
/// <param name="Left">What was left as it is, in plain words, because it was changed otherwise since; empty when all is as it was before.</param>
public sealed record UndoneDecision(IReadOnlyList<string> Left);
