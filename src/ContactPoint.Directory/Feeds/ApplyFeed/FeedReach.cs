using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Who may feed for which body: the data steward of its local authority, and system accounts (USR-4).</summary>
internal static class FeedReach
{
    public static bool Reaches(CallerContext caller, Organisation school, DateTimeOffset now) => caller.Scopes.Any(scope => scope.ExpiresAt > now
        && (scope.Role == Role.SystemAccount || (scope.Role == Role.DataSteward && (scope.Authority is null || scope.Authority == school.Authority))));

    /// <summary>Whether the caller may know which rows are held for a shield: a steward who is a shield officer too.</summary>
    public static bool IsCleared(CallerContext caller) => caller.Holds(Role.DataSteward) && caller.Holds(Role.ShieldOfficer);
}
