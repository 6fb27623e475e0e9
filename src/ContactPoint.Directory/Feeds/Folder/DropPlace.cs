using System.Globalization;
using System.Text.RegularExpressions;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Folder;

/// <summary>What the place of a dropped file says: <c>in/105900/education.roll@profile+delta/roll-2026-11-27.csv</c>.</summary>
/// <param name="Number">The supplier's number in its register.</param>
/// <param name="Format">Key of the format.</param>
/// <param name="Profile">Key of the profile; null for the format's own names.</param>
/// <param name="IsDelta">True for changes alone.</param>
internal sealed partial record DropPlace(string Number, string Format, string? Profile, bool IsDelta)
{
    /// <summary>Reads the two folders; null when they are not named so.</summary>
    public static DropPlace? Of(string number, string folder) => FolderForm().Match(folder) is { Success: true } match && NumberForm().IsMatch(number)
        ? new DropPlace(number, match.Groups["format"].Value, match.Groups["profile"] is { Success: true } profile ? profile.Value : null, match.Groups["delta"].Success)
        : null;

    /// <summary>The name of its folder.</summary>
    public string Folder => $"{Format}{(Profile is null ? string.Empty : "@" + Profile)}{(IsDelta ? "+delta" : string.Empty)}";

    /// <summary>The day that the file's name says it speaks for; null when it says none.</summary>
    public static DateOnly? DayOf(string name) =>
        DayForm().Match(name) is { Success: true } match && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public FeedFile FileOf(Guid source, string name, Stream content) => new()
    {
        Source = source,
        FileName = name,
        Content = content,
        AsAt = DayOf(name),
        Format = Format,
        Profile = Profile,
        Semantics = IsDelta ? FeedSemantics.Delta : null,
    };

    [GeneratedRegex("^(?<format>[a-z]+\\.[a-z0-9-]+)(@(?<profile>[a-z0-9-]+))?(?<delta>\\+delta)?$", RegexOptions.NonBacktracking)]
    private static partial Regex FolderForm();

    [GeneratedRegex("^[A-Za-z0-9]{3,20}$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberForm();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex DayForm();
}
