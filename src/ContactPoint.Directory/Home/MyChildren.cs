namespace ContactPoint.Directory.Home;

/// <summary>A page of the caller's own children.</summary>
/// <param name="List">Which list.</param>
/// <param name="Page">From 0; 25 a page.</param>
public sealed record MyChildren(MyChildrenList List, int Page);

/// <summary>The lists a practitioner has of their own.</summary>
public enum MyChildrenList
{
    /// <summary>The children the caller, or the caller's team, is involved with.</summary>
    Involved = 1,

    /// <summary>The children of the caller's own setting.</summary>
    Setting = 2,
}
