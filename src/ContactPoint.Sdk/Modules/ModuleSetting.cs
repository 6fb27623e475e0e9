namespace ContactPoint.Sdk.Modules;

/// <summary>Something that a local authority sets for a module (MOD-3).</summary>
public sealed record ModuleSetting
{
    /// <summary>Stable, under the module's key: <c>education.missing-days</c>. At most 60 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The label of its field; at most 60 characters.</summary>
    public required string Words { get; init; }

    /// <summary>Help under the label; at most 200 characters.</summary>
    public string? Hint { get; init; }

    /// <summary>What it takes.</summary>
    public required SettingKind Kind { get; init; }

    /// <summary>What holds where nobody set it, written as <see cref="SettingValue"/> reads it.</summary>
    public required string Default { get; init; }

    /// <summary>The least whole number.</summary>
    public int Minimum { get; init; }

    /// <summary>The largest whole number.</summary>
    public int Maximum { get; init; } = int.MaxValue;

    /// <summary>What there is to choose, the narrowest first: 2 to 20.</summary>
    public IReadOnlyList<SettingChoice> Choices { get; init; } = [];

    /// <summary>Which change shows more, to more people, or for longer: such a change takes a second person.</summary>
    public required SettingWidens Widens { get; init; }
}

/// <summary>One of the choices of a setting.</summary>
/// <param name="Value">Stored; lower-case letters, digits and hyphens.</param>
/// <param name="Words">As shown; at most 60 characters.</param>
public sealed record SettingChoice(string Value, string Words);

/// <summary>What a setting takes.</summary>
public enum SettingKind
{
    /// <summary>A whole number between the bounds.</summary>
    WholeNumber = 1,

    /// <summary>Yes or no.</summary>
    YesNo = 2,

    /// <summary>One of the choices.</summary>
    Choice = 3,

    /// <summary>A line of at most 120 characters.</summary>
    ShortText = 4,

    /// <summary>A time of the day in the United Kingdom.</summary>
    TimeOfDay = 5,
}

/// <summary>Which change of a setting widens.</summary>
public enum SettingWidens
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A larger number, a yes, a later choice or time.</summary>
    Up = 1,

    /// <summary>A smaller number, a no, an earlier choice or time.</summary>
    Down = 2,

    /// <summary>Each.</summary>
    Any = 3,
}
