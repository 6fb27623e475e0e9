using System.Collections.Frozen;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Modules;

internal sealed class ModulePermissions(ModuleCatalogue modules, TimeProvider clock) : IModulePermissions
{
    // When first asked: by then each module has come to its state.
    private readonly Lazy<FrozenDictionary<string, ModulePermission>> known =
        new(() => modules.Ready.SelectMany(module => module.Permissions).ToFrozenDictionary(permission => permission.Key, StringComparer.Ordinal));

    public bool Holds(CallerContext caller, string key)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var now = clock.GetUtcNow();
        return known.Value.TryGetValue(key, out var permission)
            && caller.Scopes.Any(scope => scope.Agency == permission.Agency && permission.Roles.Contains(scope.Role) && scope.ExpiresAt > now);
    }
}
