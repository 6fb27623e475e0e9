namespace ContactPoint.Directory.Feeds;

/// <summary>What became of a row, as the steward of the local authority sees it (FED-4). Stored by number.</summary>
public enum FeedOutcome
{
    /// <summary>It meant a child of the directory, whose record was changed.</summary>
    Applied = 1,

    /// <summary>Nothing was changed.</summary>
    Unchanged = 2,

    /// <summary>A new record was made.</summary>
    Created = 3,

    /// <summary>A steward must decide whom it means.</summary>
    Queued = 4,

    /// <summary>It may mean a shielded child and stays its supplier's own (SHD-6). Stands under seal alone: views show what the row would be without that child.</summary>
    Held = 5,

    /// <summary>It breaks a rule of form.</summary>
    Rejected = 6,
}

/// <summary>What became of a row, as its source is told: nothing of whether or whom it matched (FED-4, I-06). Stored by number.</summary>
public enum SourceOutcome
{
    /// <summary>Taken.</summary>
    Accepted = 1,

    /// <summary>As in the source's own last file.</summary>
    Unchanged = 2,

    /// <summary>It breaks a rule of form.</summary>
    Rejected = 3,
}
