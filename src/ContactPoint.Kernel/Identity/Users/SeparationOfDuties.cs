using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>What no one person may hold together, and for how long anything may be held (USR-11, I-46, I-50).</summary>
internal static class SeparationOfDuties
{
    private const int LongestMonths = 12;

    public static Error? Check(IReadOnlyList<RoleScope> scopes, DateTimeOffset now)
    {
        if (scopes.Any(scope => scope.Role is Role.None or Role.SystemAccount || !Enum.IsDefined(scope.Role))) return NotGrantable;
        if (scopes.Any(scope => scope.Purposes.Any(purpose => purpose == Purpose.None || !Enum.IsDefined(purpose)))) return NotAPurpose;
        if (scopes.Any(scope => scope.ExpiresAt <= now || scope.ExpiresAt > now.AddMonths(LongestMonths))) return WrongTerm;
        if (scopes.Any(scope => scope.Function.Length is 0 or > 100)) return NoFunction;
        var roles = scopes.Select(scope => scope.Role).ToHashSet();
        return roles.Contains(Role.SecurityReviewer) && roles.Count > 1 ? ReviewerAlone : null;
    }

    private static readonly Error NotGrantable = new("role.not-grantable", "This role cannot be granted.");

    private static readonly Error NotAPurpose = new("role.purpose", "A role scope names a purpose that does not exist.");

    private static readonly Error WrongTerm = new("role.term", $"A role scope ends within {LongestMonths} months, and not before now.");

    private static readonly Error NoFunction = new("role.function", "Say what the person does, in at most 100 characters.");

    private static readonly Error ReviewerAlone = new("role.reviewer-alone", "A security reviewer holds no other role.");
}
