namespace ContactPoint.Directory.Feeds.Queue;

/// <summary>What a steward may decide about a row (FED-7). Stored by number.</summary>
public enum QueueChoice
{
    /// <summary>It means this child.</summary>
    Link = 1,

    /// <summary>It means a child whom the directory does not have.</summary>
    New = 2,

    /// <summary>It does not mean this child, or any of those shown; the row goes on waiting.</summary>
    NotTheSame = 3,
}
