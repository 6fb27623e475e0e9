using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Access;

/// <summary>Who reaches the directory for a purpose, and which roles may start which job (USR-4).</summary>
internal static class RoleReach
{
    private static readonly Dictionary<JobName, HashSet<Role>> Jobs = new()
    {
        [JobName.FeedApply] = [Role.SystemAccount, Role.DataSteward],
        [JobName.FeedDecision] = [Role.DataSteward],
        [JobName.Correction] = [Role.DataSteward],
        [JobName.IndexBuild] = [Role.SystemAccount],
        [JobName.KeyRotation] = [Role.SystemAccount],
        [JobName.Organisations] = [Role.SystemAccount],
        [JobName.SyntheticLoad] = [Role.SystemAccount],
    };

    public static bool Reaches(CallerContext caller, Purpose purpose, DateTimeOffset now) =>
        caller.Scopes.Any(scope => scope.ReachesRecordsAt(now) && scope.Purposes.Contains(purpose));

    public static bool MayRun(CallerContext caller, JobName job, DateTimeOffset now) =>
        Jobs.TryGetValue(job, out var roles) && caller.Scopes.Any(scope => roles.Contains(scope.Role) && scope.ExpiresAt > now);
}
