using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Who may feed for which body: the data steward of its local authority, and system accounts (USR-4).</summary>
internal static class FeedReach
{
    public static bool Reaches(CallerContext caller, Organisation supplier, DateTimeOffset now) =>
        caller.Stewards(supplier.Authority, now) || caller.Scopes.Any(scope => scope.Role == Role.SystemAccount && scope.ExpiresAt > now);
}
