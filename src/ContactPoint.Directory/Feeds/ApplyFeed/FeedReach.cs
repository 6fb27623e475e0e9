using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Who may feed for which body: the data steward of its local authority, and system accounts (USR-4). A register national operations may bring too, whole.</summary>
internal static class FeedReach
{
    public static bool Reaches(CallerContext caller, FeedSupplier supplier, DateTimeOffset now) =>
        caller.Stewards(supplier.Body.Authority, now) || Holds(caller, Role.SystemAccount, now)
        || (supplier is { Register: not null, Body.Authority: null } && Holds(caller, Role.NationalOperations, now));

    private static bool Holds(CallerContext caller, Role role, DateTimeOffset now) =>
        caller.Scopes.Any(scope => scope.Role == role && scope.ExpiresAt > now && scope.Authority is null);
}
