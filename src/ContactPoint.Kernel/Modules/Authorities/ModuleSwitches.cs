using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Modules.Authorities;

internal sealed class ModuleSwitches(LocalSettings settings, ModuleValues values) : IModuleSwitch, IModuleSettings
{
    private static readonly Dictionary<string, string> Nothing = [];

    public async ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, CancellationToken cancellation = default) =>
        settings.Find(module) is not { } found ? ModuleSwitchState.Off
        : authority is not { } local ? ModuleSwitchState.On
        : LocalSettings.StateOf(LocalSettings.ValueOf(found.Setting, await values.ReadAsync(local, cancellation)));

    public async ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, IUnitOfWork unit) =>
        settings.Find(module) is not { } found ? ModuleSwitchState.Off
        : authority is not { } local ? ModuleSwitchState.On
        : LocalSettings.StateOf(LocalSettings.ValueOf(found.Setting, await ModuleValues.InUnitAsync(local, unit)));

    public async ValueTask<SettingValue> ReadAsync(string key, LocalAuthorityCode? authority, CancellationToken cancellation = default)
    {
        // A switch is no setting of a module's.
        if (settings.Find(key) is not { } found || found.Module.Manifest.Key == key) throw new ArgumentException($"No module has a setting {key}.", nameof(key));
        return new SettingValue(LocalSettings.ValueOf(found.Setting, authority is { } local ? await values.ReadAsync(local, cancellation) : Nothing));
    }
}
