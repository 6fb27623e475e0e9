using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Sdk.Feeds;

/// <summary>
/// A kind of file that bodies supply about children: what its columns say and what standing in it means. The host reads, checks, matches and applies; a format
/// only declares, so that every format has the same limits, refusals and outcomes (FED-1 to FED-5).
/// </summary>
public sealed record FeedFormat
{
    /// <summary>Stable key, the module's key first: <c>education.roll</c>. Stored with each run.</summary>
    public required string Key { get; init; }

    /// <summary>Its name; at most 40 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of body that supplies it.</summary>
    public required OrganisationKind Supplier { get; init; }

    /// <summary>What kind of source its values come from.</summary>
    public required SourceKind Origin { get; init; }

    /// <summary>What it means for a child to stand in it.</summary>
    public required FeedEffect Effect { get; init; }

    /// <summary>Its columns. Family name, given name and date of birth must be among them: every file has them.</summary>
    public required IReadOnlyList<FeedColumn> Columns { get; init; }

    /// <summary>What a file may be; the first is taken where nothing is said.</summary>
    public IReadOnlyList<FeedSemantics> Semantics { get; init; } = [FeedSemantics.Full, FeedSemantics.Delta];

    /// <summary>Exports of other systems that are read as this format.</summary>
    public IReadOnlyList<FeedProfile> Profiles { get; init; } = [];

    /// <summary>Its XML form; null where it has none.</summary>
    public FeedXml? Xml { get; init; }

    /// <summary>Its key.</summary>
    public override string ToString() => Key;
}
