using System.Globalization;

namespace ContactPoint.Sdk.Modules;

/// <summary>What a setting holds.</summary>
/// <param name="Text">As stored: digits, <c>yes</c> or <c>no</c>, a choice's value, a line of text, <c>HH:mm</c>.</param>
public sealed record SettingValue(string Text)
{
    /// <summary>Stored for yes.</summary>
    public const string Yes = "yes";

    /// <summary>Stored for no.</summary>
    public const string No = "no";

    /// <summary>The whole number.</summary>
    public int Number => int.Parse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>True for a yes.</summary>
    public bool IsYes => Text == Yes;

    /// <summary>The time of the day in the United Kingdom.</summary>
    public TimeOnly Time => TimeOnly.ParseExact(Text, "HH:mm", CultureInfo.InvariantCulture);
}
