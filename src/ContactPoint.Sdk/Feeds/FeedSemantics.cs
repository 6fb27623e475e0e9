namespace ContactPoint.Sdk.Feeds;

/// <summary>What it means that a child is not in a file (FED-3). Stored by number.</summary>
public enum FeedSemantics
{
    /// <summary>A full snapshot: who was in the supplier's last file and is missing from this one has left.</summary>
    Full = 1,

    /// <summary>Changes alone: who is missing is as before. A row with an end date ends.</summary>
    Delta = 2,
}
