using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Children;

/// <summary>Where a field came from (REC-9). Kept with every field; shown as <see cref="Origin"/>, and only to those to whom the source itself is shown.</summary>
public sealed record Provenance
{
    /// <summary>What kind of source.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>The organisation that supplied it.</summary>
    public required Guid Source { get; init; }

    /// <summary>The feed run that brought it; null when no feed did.</summary>
    public Guid? FeedRun { get; init; }

    /// <summary>For a data steward's correction, the source whose value it corrects; null when it corrects no feed's.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>True for a data steward's correction: no feed changes the field until the corrected source agrees (FED-8).</summary>
    public bool IsPinned => Kind == SourceKind.DataSteward;

    /// <summary>The day for which the source says so.</summary>
    public required DateOnly AsAt { get; init; }

    /// <summary>When the directory received it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
