using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Shell.Feeds;

/// <summary>What kind of file the steward says it is.</summary>
/// <param name="Format">The format; null while none is chosen.</param>
/// <param name="Profile">The profile, when it is another system's export.</param>
/// <param name="Semantics">What it means that a child is not in it.</param>
public sealed record FileKindChoice(FeedFormat? Format, FeedProfile? Profile, FeedSemantics Semantics)
{
    /// <summary>Nothing chosen.</summary>
    public static FileKindChoice None { get; } = new(null, null, FeedSemantics.Full);

    /// <summary>A format as it says of itself: its own column names, and what it says first.</summary>
    /// <param name="format">The format.</param>
    public static FileKindChoice Of(FeedFormat? format) => format is null ? None : new(format, null, format.Semantics[0]);
}
