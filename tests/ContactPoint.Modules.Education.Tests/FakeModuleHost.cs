using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>The host's switches, settings and rights for a module that no loader brought in: on, with its defaults, its rights as it declares them.</summary>
internal sealed class FakeModuleHost : IModuleSwitch, IModuleSettings, IModulePermissions
{
    public ModuleSwitchState State { get; set; } = ModuleSwitchState.On;

    public Dictionary<string, string> Values { get; } = new() { [EducationModule.RecentDays.Key] = EducationModule.RecentDays.Default };

    public ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, CancellationToken cancellation = default) => ValueTask.FromResult(State);

    public ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, IUnitOfWork unit) => ValueTask.FromResult(State);

    public ValueTask<SettingValue> ReadAsync(string key, LocalAuthorityCode? authority, CancellationToken cancellation = default) => ValueTask.FromResult(new SettingValue(Values[key]));

    public bool Holds(CallerContext caller, string key) =>
        key == EducationModule.KeepsContacts.Key && caller.Scopes.Any(scope => scope.Agency == EducationModule.KeepsContacts.Agency && EducationModule.KeepsContacts.Roles.Contains(scope.Role));
}
