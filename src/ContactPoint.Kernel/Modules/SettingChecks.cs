using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module's settings: under its own key, with a default that they take themselves.</summary>
internal static class SettingChecks
{
    private const int LongestKey = 60;
    private const int LongestHint = 200;
    private const int MostChoices = 20;

    public static Error? Check(IReadOnlyList<ModuleSetting> settings, string key)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            if (!ModuleNames.IsOwn(setting.Key, key, LongestKey)) return ModuleErrors.Malfunctioned($"The key of a setting is not {key}. and at most {LongestKey} lower-case letters, digits and hyphens.");
            if (!keys.Add(setting.Key)) return ModuleErrors.Malfunctioned($"The setting {setting.Key} is there twice.");
            if (Fault(setting) is { } fault) return ModuleErrors.Malfunctioned($"The setting {setting.Key} {fault}.");
        }

        return null;
    }

    private static string? Fault(ModuleSetting setting)
    {
        if (!ModuleNames.AreWords(setting.Words)) return "has no words of 60 characters at most";
        if (setting.Hint is { } hint && !ModuleNames.AreWords(hint, LongestHint)) return $"has a hint of more than {LongestHint} characters";
        if (!Enum.IsDefined(setting.Kind) || !Enum.IsDefined(setting.Widens)) return "is of no kind that there is";
        if (setting.Kind == SettingKind.WholeNumber && setting.Minimum > setting.Maximum) return "has bounds that leave no number";
        if (setting.Kind == SettingKind.Choice && !AreSound(setting.Choices)) return $"has not 2 to {MostChoices} choices, each once and with words";
        if (setting.Kind == SettingKind.ShortText && setting.Widens is SettingWidens.Up or SettingWidens.Down) return "is a text, of which none is wider than another";
        var read = SettingForms.Read(setting, setting.Default);
        return read.Succeeded && read.Value == setting.Default ? null : "does not take its own default";
    }

    private static bool AreSound(IReadOnlyList<SettingChoice> choices) =>
        choices.Count is >= 2 and <= MostChoices && choices.DistinctBy(choice => choice.Value, StringComparer.Ordinal).Count() == choices.Count
        && choices.All(choice => ModuleNames.AreWords(choice.Words) && ModuleNames.IsOwn("x." + choice.Value, "x", LongestKey));
}
