namespace ContactPoint.Sdk.Feeds;

/// <summary>What the rows of a format are about.</summary>
public enum FeedSubject
{
    /// <summary>Children: each row is matched, and a steward decides where it may mean several.</summary>
    Children = 0,

    /// <summary>Bodies that work with children, by their number in a register. A row names no child; what it names is added or changed and never taken away.</summary>
    Organisations = 1,
}
