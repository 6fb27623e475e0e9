using ContactPoint.Sdk.Access;

namespace ContactPoint.Shell.Layout;

/// <summary>What a caller's scopes in force open up in the menus. It only spares people dead ends: each act is decided again by the gate or its owner.</summary>
internal static class Roles
{
    /// <summary>True when some scope in force holds the role.</summary>
    public static bool HoldsNow(this CallerContext caller, Role role, DateTimeOffset now) =>
        caller.Scopes.Any(scope => scope.Role == role && scope.ExpiresAt > now);

    /// <summary>True when some scope in force holds the role in the agency.</summary>
    public static bool HoldsNow(this CallerContext caller, Role role, Agency agency, DateTimeOffset now) =>
        caller.Scopes.Any(scope => scope.Role == role && scope.Agency == agency && scope.ExpiresAt > now);

    /// <summary>True when the caller works with children's records at all.</summary>
    public static bool ReachesRecords(this CallerContext caller, DateTimeOffset now) => caller.PurposesAt(now).Count > 0;
}
