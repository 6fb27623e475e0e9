namespace ContactPoint.Sdk.Feeds;

/// <summary>Port of whoever brings formats: asked when the first is needed, when each module has come to its state.</summary>
public interface IFeedFormatSource
{
    /// <summary>The formats.</summary>
    IReadOnlyList<FeedFormat> Formats { get; }
}
