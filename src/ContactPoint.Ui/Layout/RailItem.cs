namespace ContactPoint.Ui.Layout;

/// <summary>A link in the left rail.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Href">Where it leads, relative to the base address, without a leading slash ("" is home).</param>
/// <param name="Icon">An icon constant of MudBlazor; it stands beside the words, never instead.</param>
/// <param name="Exact">True if it is current on that very address only, not below it.</param>
public sealed record RailItem(string Text, string Href, string Icon, bool Exact = false);

/// <summary>A group of links in the left rail, with its own heading.</summary>
/// <param name="Heading">The heading, or null for the first group.</param>
/// <param name="Items">The links.</param>
/// <param name="Accent">An accent of the theme for an agency's workspace ("education", "health", …), or null.</param>
public sealed record RailGroup(string? Heading, IReadOnlyList<RailItem> Items, string? Accent = null);
