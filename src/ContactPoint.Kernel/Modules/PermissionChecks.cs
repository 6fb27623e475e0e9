using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module's rights: under its own key, for people. No right of a module's goes to an account of the system.</summary>
internal static class PermissionChecks
{
    private const int LongestKey = 60;

    public static Error? Check(IReadOnlyList<ModulePermission> permissions, string key)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var permission in permissions)
        {
            if (!ModuleNames.IsOwn(permission.Key, key, LongestKey)) return ModuleErrors.Malfunctioned($"The key of a right is not {key}. and at most {LongestKey} lower-case letters, digits and hyphens.");
            if (!keys.Add(permission.Key)) return ModuleErrors.Malfunctioned($"The right {permission.Key} is there twice.");
            if (!ModuleNames.AreWords(permission.Words)) return ModuleErrors.Malfunctioned($"The right {permission.Key} has no words of 60 characters at most.");
            if (permission.Agency is Agency.None || !Enum.IsDefined(permission.Agency) || permission.Roles is not { Count: > 0 } || !permission.Roles.All(IsOfPeople))
                return ModuleErrors.Malfunctioned($"The right {permission.Key} is for no agency or no role that there is.");
        }

        return null;
    }

    private static bool IsOfPeople(Role role) => role is not (Role.None or Role.SystemAccount) && Enum.IsDefined(role);
}
