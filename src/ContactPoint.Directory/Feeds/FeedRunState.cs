namespace ContactPoint.Directory.Feeds;

/// <summary>Where a run stands. Stored by number.</summary>
public enum FeedRunState
{
    /// <summary>Received, waiting for its turn.</summary>
    Queued = 1,

    /// <summary>Being checked or applied.</summary>
    Applying = 2,

    /// <summary>Stopped: too much would change (FED-5).</summary>
    AwaitingApproval = 3,

    /// <summary>Done.</summary>
    Applied = 4,

    /// <summary>The file is not one that can be applied; nothing was changed.</summary>
    Refused = 5,

    /// <summary>Stopped between two batches; the same file takes it up again.</summary>
    Interrupted = 6,

    /// <summary>Left unfinished when a later file of its source was begun, or for a fortnight.</summary>
    Superseded = 7,

    /// <summary>Broken off by a fault; the same file takes it up again.</summary>
    Failed = 8,
}
