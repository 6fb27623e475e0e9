namespace ContactPoint.Sdk.Feeds;

/// <summary>How another system's export is read as a format: its headings, its codes, its dates (FED-1).</summary>
public sealed record FeedProfile
{
    /// <summary>Stable key within the format: lower-case letters, digits and hyphens, 2 to 40.</summary>
    public required string Key { get; init; }

    /// <summary>Its name as stewards choose it; at most 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What stands between values.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>What the export's headings say; a heading that is not here is read by the format's own names.</summary>
    public required IReadOnlyDictionary<string, FeedField> Headings { get; init; }

    /// <summary>The export's codes, by field, and the format's value for each. Case does not count.</summary>
    public IReadOnlyDictionary<FeedField, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<FeedField, IReadOnlyDictionary<string, string>>();

    /// <summary>How the export writes dates, in .NET's exact forms; empty for the usual two, <c>dd/MM/yyyy</c> and <c>yyyy-MM-dd</c>.</summary>
    public IReadOnlyList<string> DateForms { get; init; } = [];
}
