namespace ContactPoint.Sdk.Feeds;

/// <summary>A column of a format.</summary>
/// <param name="Name">Its name as suppliers write it and outcomes repeat it: <c>DOB</c>. Case, spaces, hyphens and underscores do not count.</param>
/// <param name="Field">What it says.</param>
/// <param name="Aliases">Other names it goes by.</param>
public sealed record FeedColumn(string Name, FeedField Field, params IReadOnlyList<string> Aliases);
