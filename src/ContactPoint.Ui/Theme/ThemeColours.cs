namespace ContactPoint.Ui.Theme;

/// <summary>One set of colours, as CSS hexadecimal values. Text colours reach 4.5:1 on both <see cref="Page"/> and <see cref="Surface"/>.</summary>
public sealed record ThemeColours
{
    /// <summary>Background of the page.</summary>
    public required string Page { get; init; }

    /// <summary>Background of panels, fields and bars.</summary>
    public required string Surface { get; init; }

    /// <summary>Ordinary text.</summary>
    public required string Text { get; init; }

    /// <summary>Secondary text: hints and captions.</summary>
    public required string Muted { get; init; }

    /// <summary>Links, the chief button and what is selected.</summary>
    public required string Primary { get; init; }

    /// <summary>Text on <see cref="Primary"/>.</summary>
    public required string OnPrimary { get; init; }

    /// <summary>Errors and acts that cannot be undone.</summary>
    public required string Danger { get; init; }

    /// <summary>What needs attention soon.</summary>
    public required string Warning { get; init; }

    /// <summary>What went well.</summary>
    public required string Success { get; init; }

    /// <summary>Accents of the agency workspaces: education, health, social care, youth offending, voluntary.</summary>
    public required IReadOnlyDictionary<string, string> Accents { get; init; }

    /// <summary>By day.</summary>
    public static ThemeColours Light { get; } = new()
    {
        Page = "#F4F6F8",
        Surface = "#FFFFFF",
        Text = "#15202B",
        Muted = "#4A5A68",
        Primary = "#0B5C7A",
        OnPrimary = "#FFFFFF",
        Danger = "#B3261E",
        Warning = "#8A5A00",
        Success = "#1E6B33",
        Accents = new Dictionary<string, string>
        {
            ["education"] = "#6B3FA0",
            ["health"] = "#00695C",
            ["social-care"] = "#A33B20",
            ["youth-offending"] = "#8A5300",
            ["voluntary"] = "#A0245E",
        },
    };

    /// <summary>By night, when the device asks for it.</summary>
    public static ThemeColours Dark { get; } = new()
    {
        Page = "#12181F",
        Surface = "#1B242E",
        Text = "#E8EDF2",
        Muted = "#A9B7C4",
        Primary = "#6CC5E3",
        OnPrimary = "#12181F",
        Danger = "#F2A19B",
        Warning = "#F0BE5A",
        Success = "#83D39A",
        Accents = new Dictionary<string, string>
        {
            ["education"] = "#C3A5F0",
            ["health"] = "#5FD3C0",
            ["social-care"] = "#F5A58C",
            ["youth-offending"] = "#EDB95A",
            ["voluntary"] = "#F29BC1",
        },
    };
}
