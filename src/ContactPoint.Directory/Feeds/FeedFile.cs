using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds;

/// <summary>A file as it comes in.</summary>
public sealed record FeedFile
{
    /// <summary>The organisation that supplies it, or the register that it is.</summary>
    public required Guid Source { get; init; }

    /// <summary>Its name, as people know it; cut off at 100 characters.</summary>
    public required string FileName { get; init; }

    /// <summary>Its bytes, read once from here to the end.</summary>
    public required Stream Content { get; init; }

    /// <summary>The day for which the file speaks; null for the day it is received.</summary>
    public DateOnly? AsAt { get; init; }

    /// <summary>Key of its format; null where the organisation supplies one kind of file alone.</summary>
    public string? Format { get; init; }

    /// <summary>Key of the profile when it is another system's export; null for the format's own names.</summary>
    public string? Profile { get; init; }

    /// <summary>What it means that a child is not in it; null for what the format says first.</summary>
    public FeedSemantics? Semantics { get; init; }

    /// <summary>Redacted: a file's name may name a child.</summary>
    public override string ToString() => "feed file";
}

/// <summary>How a file is applied.</summary>
public sealed record FeedOptions
{
    /// <summary>Goes on although more than a fifth of the last file's rows would change or end (FED-5).</summary>
    public bool Approved { get; init; }
}

/// <summary>A body that supplies files, or a register for all of England or one local authority.</summary>
/// <param name="Id">The organisation, or the register.</param>
/// <param name="Name">Its name.</param>
/// <param name="RegisterCode">Its number in the sector's register: URN of a school. Of a register the authority's number, or <c>England</c>.</param>
/// <param name="Formats">The formats of the files it may supply.</param>
public sealed record FeedSource(Guid Id, string Name, string? RegisterCode, IReadOnlyList<FeedFormat> Formats);
