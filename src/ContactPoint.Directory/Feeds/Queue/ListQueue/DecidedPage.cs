using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.Queue.ListQueue;

/// <summary>A page of decisions.</summary>
/// <param name="Lines">At most 25, latest first.</param>
/// <param name="HasMore">True when there are further ones.</param>
public sealed record DecidedPage(IReadOnlyList<DecidedLine> Lines, bool HasMore);

/// <summary>A decision.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="SourceName">Whose file the row is from.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Choice">What was decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="UndoneAt">When it was undone; null while it stands.</param>
/// <param name="Name">Whom the row names.</param>
public sealed record DecidedLine(Guid Decision, string SourceName, int Line, QueueChoice Choice, DateTimeOffset DecidedAt, DateTimeOffset? UndoneAt, Disclosed<RowName> Name);
