using System.Globalization;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>How each kind of setting is read and compared.</summary>
internal static class SettingForms
{
    /// <summary>What was typed, as it is stored; or what is wrong with it.</summary>
    public static Result<string> Read(ModuleSetting setting, string? typed)
    {
        var text = typed?.Trim() ?? "";
        return setting.Kind switch
        {
            SettingKind.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= setting.Minimum && number <= setting.Maximum
                ? number.ToString(CultureInfo.InvariantCulture)
                : Wrong($"Enter a whole number from {setting.Minimum} to {setting.Maximum}."),
            SettingKind.YesNo => text is SettingValue.Yes or SettingValue.No ? text : Wrong("Choose yes or no."),
            SettingKind.Choice => setting.Choices.Any(choice => choice.Value == text) ? text : Wrong("Choose one of the options."),
            SettingKind.TimeOfDay => TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
                : Wrong("Enter a time of the day such as 07:30."),
            _ => text.Length <= LocalSettings.LongestText && !text.Any(char.IsControl) ? text : Wrong($"Enter one line of at most {LocalSettings.LongestText} characters."),
        };
    }

    /// <summary>Whether a change shows more, to more people, or for longer: then it takes a second person.</summary>
    public static bool Widens(ModuleSetting setting, string before, string after) => setting.Widens switch
    {
        SettingWidens.None => false,
        SettingWidens.Up => Rank(setting, after) > Rank(setting, before),
        SettingWidens.Down => Rank(setting, after) < Rank(setting, before),
        _ => before != after,
    };

    private static long Rank(ModuleSetting setting, string text) => setting.Kind switch
    {
        SettingKind.WholeNumber => new SettingValue(text).Number,
        SettingKind.YesNo => text == SettingValue.Yes ? 1 : 0,
        SettingKind.Choice => setting.Choices.TakeWhile(choice => choice.Value != text).Count(),
        _ => new SettingValue(text).Time.Ticks,
    };

    private static Error Wrong(string words) => new("module-desk.wrong-value", words);
}
