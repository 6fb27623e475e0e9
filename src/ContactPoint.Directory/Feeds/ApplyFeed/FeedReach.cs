using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Who may feed for which body: the data steward of its local authority, and system accounts (USR-4). A register national operations may bring too, whole.</summary>
internal static class FeedReach
{
    public static bool Reaches(CallerContext caller, FeedSupplier supplier, DateTimeOffset now) =>
        IsInForce(caller, Role.SystemAccount, null, now) || IsInForce(caller, Role.DataSteward, supplier, now)
        || (supplier.Register is not null && IsInForce(caller, Role.NationalOperations, supplier, now));

    private static bool IsInForce(CallerContext caller, Role role, FeedSupplier? supplier, DateTimeOffset now) => caller.Scopes.Any(scope =>
        scope.Role == role && scope.ExpiresAt > now && (supplier is null || scope.Authority is null || scope.Authority == supplier.Body.Authority));
}
