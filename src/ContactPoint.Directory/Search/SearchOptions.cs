namespace ContactPoint.Directory.Search;

/// <summary>Settings of the search index.</summary>
public sealed class SearchOptions
{
    /// <summary>Where sealed snapshots are kept, so that a start need not build the index; null for none.</summary>
    public string? SnapshotFolder { get; set; }
}
