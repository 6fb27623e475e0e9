using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.Queue.ListQueue;

/// <summary>A page of rows that wait.</summary>
/// <param name="Lines">At most 25.</param>
/// <param name="HasMore">True when there are further ones.</param>
public sealed record QueuePage(IReadOnlyList<QueueLine> Lines, bool HasMore);

/// <summary>A row that waits.</summary>
/// <param name="Row">The row.</param>
/// <param name="SourceName">Whose file it is from.</param>
/// <param name="Line">Its line there.</param>
/// <param name="QueuedAt">Since when it waits.</param>
/// <param name="Why">Why it waits, in plain words.</param>
/// <param name="Name">Whom it names.</param>
public sealed record QueueLine(Guid Row, string SourceName, int Line, DateTimeOffset QueuedAt, string Why, Disclosed<RowName> Name);

/// <summary>Whom a row names.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Given">Given name.</param>
/// <param name="BirthYear">Year of birth.</param>
public sealed record RowName(string Family, string Given, int BirthYear)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "row name";
}
