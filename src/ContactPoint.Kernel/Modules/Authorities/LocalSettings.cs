using ContactPoint.Sdk.Modules;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>All that a local authority sets: the switch of each ready module, which is a choice like others, and the modules' own settings.</summary>
internal sealed class LocalSettings(ModuleCatalogue modules, IOptions<KernelOptions> options)
{
    /// <summary>The longest value.</summary>
    public const int LongestText = 120;

    public const string Off = "off";
    public const string ReadOnly = "read-only";
    public const string On = "on";

    // When first asked: by then each module has come to its state.
    private readonly Lazy<Dictionary<string, (LoadedModule Module, ModuleSetting Setting)>> known = new(() =>
        modules.Ready.SelectMany(module => module.Settings.Prepend(Switch(module, options.Value)).Select(setting => (module, setting))).ToDictionary(pair => pair.setting.Key, StringComparer.Ordinal));

    public IEnumerable<LoadedModule> Modules => known.Value.Values.Select(pair => pair.Module).Distinct();

    public (LoadedModule Module, ModuleSetting Setting)? Find(string name) => known.Value.TryGetValue(name, out var found) ? found : null;

    /// <summary>What holds: what was set, or the default where nothing was, or nothing that the setting still takes.</summary>
    public static string ValueOf(ModuleSetting setting, IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(setting.Key, out var value) && SettingForms.Read(setting, value).Succeeded ? value : setting.Default;

    public static ModuleSwitchState StateOf(string value) => value switch
    {
        On => ModuleSwitchState.On,
        ReadOnly => ModuleSwitchState.ReadOnly,
        _ => ModuleSwitchState.Off,
    };

    private static ModuleSetting Switch(LoadedModule module, KernelOptions options) => new()
    {
        Key = module.Manifest.Key,
        Words = "Switch",
        Kind = SettingKind.Choice,
        Choices = [new(Off, "Off"), new(ReadOnly, "Read-only"), new(On, "On")],
        Default = options.ModulesStartOn ? On : Off,
        Widens = SettingWidens.Up,
    };
}
