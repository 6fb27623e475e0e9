namespace ContactPoint.Directory.Feeds;

/// <summary>A file as it comes in.</summary>
public sealed record FeedFile
{
    /// <summary>The organisation that supplies it.</summary>
    public required Guid Source { get; init; }

    /// <summary>Its name, as people know it; cut off at 100 characters.</summary>
    public required string FileName { get; init; }

    /// <summary>Its bytes, read once from here to the end.</summary>
    public required Stream Content { get; init; }

    /// <summary>The day for which the file speaks; null for the day it is received.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>What kind of file.</summary>
    public FeedKind Kind { get; init; } = FeedKind.SchoolRoll;

    /// <summary>Redacted: a file's name may name a child.</summary>
    public override string ToString() => "feed file";
}

/// <summary>Kinds of feed. Stored by number.</summary>
public enum FeedKind
{
    /// <summary>The roll of one school: a full snapshot.</summary>
    SchoolRoll = 1,
}

/// <summary>How a file is applied.</summary>
public sealed record FeedOptions
{
    /// <summary>Goes on although more than a fifth of the last file's rows would change or end (FED-5).</summary>
    public bool Approved { get; init; }
}

/// <summary>A body that supplies files.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="RegisterCode">Its number in the sector's register: URN of a school.</param>
public sealed record FeedSource(Guid Id, string Name, string? RegisterCode);
