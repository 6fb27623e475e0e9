using ContactPoint.Sdk.Access;

namespace ContactPoint.Sdk.Modules;

/// <summary>A right that a module names, and the roles that hold it in an agency.</summary>
/// <param name="Key">Stable, under the module's key: <c>education.missing-list</c>. At most 60 characters.</param>
/// <param name="Words">What it lets people do; at most 60 characters.</param>
/// <param name="Agency">The agency in which the role must be held.</param>
/// <param name="Roles">The roles that hold it.</param>
public sealed record ModulePermission(string Key, string Words, Agency Agency, IReadOnlySet<Role> Roles);

/// <summary>Whether somebody holds a right that a module named.</summary>
public interface IModulePermissions
{
    /// <summary>True when a scope in force now holds it. False for a key that no ready module names.</summary>
    /// <param name="caller">Who asks; made for this act, so that their scopes are those of now.</param>
    /// <param name="key">The right.</param>
    bool Holds(CallerContext caller, string key);
}
