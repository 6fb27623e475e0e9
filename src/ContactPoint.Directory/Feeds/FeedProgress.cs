namespace ContactPoint.Directory.Feeds;

/// <summary>How far a run is.</summary>
/// <param name="Run">The run.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Rows done in this stage.</param>
/// <param name="Total">Rows of this stage; 0 while not known.</param>
public sealed record FeedProgress(Guid Run, FeedStage Stage, int Done, int Total);

/// <summary>The stages of a run, in order.</summary>
public enum FeedStage
{
    /// <summary>The file is being received.</summary>
    Receiving = 1,

    /// <summary>The file is being checked.</summary>
    Checking = 2,

    /// <summary>Rows are being applied.</summary>
    Applying = 3,

    /// <summary>Involvements of those who left are being ended.</summary>
    Ending = 4,

    /// <summary>Done.</summary>
    Finished = 5,
}
