using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactPoint.Sdk.Feeds;

/// <summary>How another system's export is read as a format: its headings, its codes, its dates (FED-1).</summary>
public sealed partial record FeedProfile
{
    private const int MostEntries = 200;
    private const int LongestEntry = 100;

    private static readonly DateOnly[] SampleDays = [new(2015, 3, 14), new(2008, 11, 2)];

    /// <summary>Stable key within the format: lower-case letters, digits and hyphens, 2 to 40.</summary>
    public required string Key { get; init; }

    /// <summary>Its name as stewards choose it; at most 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What stands between values: a comma, semicolon, tab or upright stroke.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>What the export's headings say; a heading that is not here is read by the format's own names.</summary>
    public required IReadOnlyDictionary<string, FeedField> Headings { get; init; }

    /// <summary>The export's codes, by field, and the format's value for each; an empty value says nothing. Case does not count.</summary>
    public IReadOnlyDictionary<FeedField, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<FeedField, IReadOnlyDictionary<string, string>>();

    /// <summary>How the export writes dates, in .NET's exact forms; empty for the usual two, <c>dd/MM/yyyy</c> and <c>yyyy-MM-dd</c>.</summary>
    public IReadOnlyList<string> DateForms { get; init; } = [];

    /// <summary>How the export writes letters; null for what the format says.</summary>
    public FeedEncoding? Encoding { get; init; }

    /// <summary>What keeps it from being read as a format; null when nothing does. The host asks at its start, and of every profile that an operator writes.</summary>
    /// <param name="format">The format.</param>
    public string? FaultIn(FeedFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        bool IsColumn(FeedField field) => format.Columns.Any(column => column.Field == field);
        if (Key.Length is < 2 or > 40 || !KeyForm().IsMatch(Key)) return "its key is not 2 to 40 lower-case letters, digits and hyphens.";
        if (Name.Length is 0 or > 60) return "its name is not 1 to 60 characters.";
        if (Separator is not (',' or ';' or '\t' or '|')) return "its separator is no comma, semicolon, tab or upright stroke.";
        if (Headings.Count > MostEntries || Headings.Keys.Any(heading => heading.Length > LongestEntry)) return "it has more than 200 headings, or one of more than 100 characters.";
        if (Headings.Keys.Select(Plain).Any(heading => heading.Length == 0)) return "a heading has neither letter nor digit.";
        if (Headings.Keys.DistinctBy(Plain, StringComparer.Ordinal).Count() != Headings.Count) return "two headings are one: case, spaces and signs do not count.";
        if (!Headings.Values.All(IsColumn) || !Values.Keys.All(IsColumn)) return "it names a field that is no column of the format.";
        if (Values.Values.Any(codes => codes.Count > MostEntries || codes.Any(code => code.Key.Length is 0 or > LongestEntry || code.Value.Length > LongestEntry)))
            return "a field has more than 200 codes, or a code is empty or has more than 100 characters.";
        if (Values.Values.Any(codes => codes.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() != codes.Count)) return "two codes of a field are one: case does not count.";
        return DateForms.Count <= 8 && DateForms.All(IsDateForm) ? null : "a form of dates is none: it has d, M and yyyy with spaces, hyphens, strokes and full stops.";
    }

    // Two-digit years are no years: a pupil and a great-grandmother would be born in one.
    internal static bool IsDateForm(string form) => DateForm().IsMatch(form) && SampleDays.All(day =>
        DateOnly.TryParseExact(day.ToString(form, CultureInfo.InvariantCulture), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read == day);

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyForm();

    [GeneratedRegex("^(d{1,2}|M{1,4}|yyyy|[-/. ]){3,9}$", RegexOptions.NonBacktracking)]
    private static partial Regex DateForm();
}
