namespace ContactPoint.Directory.Feeds.Folder;

/// <summary>Where suppliers' systems drop files.</summary>
public sealed class FeedFolderOptions
{
    /// <summary>The folder; null where none is watched.</summary>
    public string? Folder { get; set; }

    /// <summary>How often it is looked at. A file is taken up when it has not grown since the look before.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);
}
