using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Access;

/// <summary>Which roles reach the directory at all, and which may start which job (USR-4).</summary>
internal static class RoleReach
{
    private static readonly HashSet<Role> Directory =
        [Role.Practitioner, Role.PractitionerSupport, Role.ChildProtectionPractitioner, Role.DataSteward, Role.Broker];

    private static readonly Dictionary<JobName, HashSet<Role>> Jobs = new()
    {
        [JobName.FeedApply] = [Role.SystemAccount, Role.DataSteward],
        [JobName.IndexBuild] = [Role.SystemAccount],
        [JobName.KeyRotation] = [Role.SystemAccount],
        [JobName.SyntheticLoad] = [Role.SystemAccount],
    };

    public static bool Reaches(CallerContext caller, Purpose purpose, DateTimeOffset now) =>
        caller.Scopes.Any(scope => Directory.Contains(scope.Role) && scope.ExpiresAt > now && scope.Purposes.Contains(purpose));

    public static bool HoldsRoster(CallerContext caller, RosterKind kind, Purpose purpose, DateTimeOffset now) =>
        caller.Scopes.Any(scope => scope.ExpiresAt > now && scope.Purposes.Contains(purpose) && (kind == RosterKind.StewardQueue ? scope.Role == Role.DataSteward : Directory.Contains(scope.Role)));

    public static bool MayRun(CallerContext caller, JobName job, DateTimeOffset now) =>
        Jobs.TryGetValue(job, out var roles) && caller.Scopes.Any(scope => roles.Contains(scope.Role) && scope.ExpiresAt > now);
}
