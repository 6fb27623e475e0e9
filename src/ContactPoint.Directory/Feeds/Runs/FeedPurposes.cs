using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>What feeds seal. The names are part of key derivation: never rename one.</summary>
internal static class FeedPurposes
{
    public static readonly SealPurpose Verdict = new("directory.feed.verdict");

    public static readonly SealPurpose Decision = new("directory.feed.decision");

    public static readonly SealPurpose Chunk = new("directory.feed.chunk");
}
