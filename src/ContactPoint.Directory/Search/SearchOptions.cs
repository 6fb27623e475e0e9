namespace ContactPoint.Directory.Search;

/// <summary>Settings of the search index.</summary>
public sealed class SearchOptions
{
    /// <summary>The folder of the data directory that the host and the command line keep them in.</summary>
    public const string FolderName = "search";

    /// <summary>Where sealed snapshots are kept, so that a start need not build the index; null for none.</summary>
    public string? SnapshotFolder { get; set; }
}
