using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Kernel.Modules.Authorities;

internal static class SuperUsers
{
    /// <summary>The authorities that the caller is a super-user of now.</summary>
    public static IEnumerable<LocalAuthorityCode> Of(CallerContext caller, DateTimeOffset now) =>
        caller.Scopes.Where(scope => scope.Role == Role.SuperUser && scope.ExpiresAt > now).Select(scope => scope.Authority).OfType<LocalAuthorityCode>();
}
