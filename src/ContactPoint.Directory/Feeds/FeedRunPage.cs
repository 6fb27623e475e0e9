namespace ContactPoint.Directory.Feeds;

/// <summary>A page of runs.</summary>
/// <param name="Runs">At most 25, newest first.</param>
/// <param name="HasMore">True when there are older ones.</param>
public sealed record FeedRunList(IReadOnlyList<FeedRunSummary> Runs, bool HasMore);

/// <summary>A run with a page of its rows.</summary>
/// <param name="Summary">The run.</param>
/// <param name="Rows">At most 25, in the order of the file.</param>
/// <param name="HasMore">True when there are further ones.</param>
public sealed record FeedRunPage(FeedRunSummary Summary, IReadOnlyList<FeedRowView> Rows, bool HasMore);

/// <summary>A row as the steward sees it. A source is never given this: see <see cref="SourceRowView"/>.</summary>
/// <param name="Line">Line of the file, the header being 1.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Code">Stable code of what is wrong, or of why it waits.</param>
/// <param name="Field">The column concerned.</param>
/// <param name="WhatToDo">What is wrong and what to do, in plain words.</param>
public sealed record FeedRowView(int Line, FeedOutcome Outcome, string? Code, string? Field, string? WhatToDo);

/// <summary>A row as its source is told (FED-4): a type of its own, so that nothing of the steward's view can slip in.</summary>
/// <param name="Line">Line of the file, the header being 1.</param>
/// <param name="Outcome">Accepted, unchanged against the source's own last file, or rejected.</param>
/// <param name="Code">Stable code of what is wrong in the row's form.</param>
/// <param name="Field">The column concerned.</param>
/// <param name="WhatToDo">What is wrong and what to do.</param>
public sealed record SourceRowView(int Line, SourceOutcome Outcome, string? Code, string? Field, string? WhatToDo);
