using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Who may feed for which body: the data steward of its local authority, and system accounts (USR-4).</summary>
internal static class FeedReach
{
    public static bool Reaches(CallerContext caller, Organisation supplier, DateTimeOffset now) =>
        IsInForce(caller, Role.SystemAccount, null, now) || IsInForce(caller, Role.DataSteward, supplier, now);

    private static bool IsInForce(CallerContext caller, Role role, Organisation? supplier, DateTimeOffset now) => caller.Scopes.Any(scope =>
        scope.Role == role && scope.ExpiresAt > now && (supplier is null || scope.Authority is null || scope.Authority == supplier.Authority));
}
