using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>The second factor a session was opened with.</summary>
public enum SecondFactor
{
    /// <summary>None: refused wherever a child is concerned.</summary>
    None = 0,

    /// <summary>Authenticator application (TOTP, RFC 6238).</summary>
    AuthenticatorApp = 1,

    /// <summary>Hardware OATH token.</summary>
    HardwareToken = 2,

    /// <summary>Passkey (WebAuthn).</summary>
    Passkey = 3,

    /// <summary>An operator credential of the command line or a registered job.</summary>
    OperatorCredential = 4,
}

/// <summary>Who asks. Immutable; made by the Kernel alone, from the session row, once for each action.</summary>
/// <remarks>
/// Purpose and relationship are not here: they belong to each request. The gate reads the session row again inside its
/// transaction, so a context that outlives its session grants nothing.
/// </remarks>
public sealed record CallerContext
{
    internal CallerContext()
    {
    }

    /// <summary>The user.</summary>
    public Guid UserId { get; internal init; }

    /// <summary>The session row.</summary>
    public Guid SessionId { get; internal init; }

    /// <summary>Which of the session's tokens this caller came by: the first half of its hash. Null for who comes by none, as jobs and the command line do.</summary>
    /// <remarks>A fresh code renews the token. Whoever came by the one before is refused wherever the session row is read (ASVS 7.2.4).</remarks>
    internal Guid? TokenId { get; init; }

    /// <summary>Name as shown to colleagues and in the audit trail.</summary>
    public string DisplayName { get; internal init; } = string.Empty;

    /// <summary>The organisation the user belongs to.</summary>
    public Guid OrganisationId { get; internal init; }

    /// <summary>Name of that organisation.</summary>
    public string OrganisationName { get; internal init; } = string.Empty;

    /// <summary>The directory's entry of this person as a practitioner, when there is one.</summary>
    public Guid? PractitionerId { get; internal init; }

    /// <summary>The agency of the organisation.</summary>
    public Agency Agency { get; internal init; }

    /// <summary>The local authority of the organisation; null for a national one.</summary>
    public LocalAuthorityCode? Authority { get; internal init; }

    /// <summary>The role scopes in force when the context was made.</summary>
    public IReadOnlyList<RoleScope> Scopes { get; internal init; } = [];

    /// <summary>How the second step was done.</summary>
    public SecondFactor SecondFactor { get; internal init; }

    /// <summary>When a fresh code was last given (sign-in or step-up).</summary>
    public DateTimeOffset SecondFactorAt { get; internal init; }

    /// <summary>When the session ends whatever happens.</summary>
    public DateTimeOffset SessionEndsAt { get; internal init; }

    /// <summary>True when some scope in force holds the role.</summary>
    /// <param name="role">The role.</param>
    public bool Holds(Role role) => Scopes.Any(scope => scope.Role == role);

    /// <summary>The local authorities whose data the caller keeps right as a data steward, null alone for all; none for whoever is no steward (USR-4).</summary>
    /// <param name="at">The moment asked about.</param>
    public IReadOnlyList<LocalAuthorityCode?> StewardedAt(DateTimeOffset at)
    {
        var held = Scopes.Where(scope => scope.Role == Role.DataSteward && scope.ExpiresAt > at && scope.Purposes.Contains(Purpose.DataQuality)).Select(scope => scope.Authority).Distinct().ToList();
        return held.Contains(null) ? [null] : held;
    }

    /// <summary>True when the caller keeps the data of an authority right. The one place that says so.</summary>
    /// <param name="authority">The authority; null for what belongs to none.</param>
    /// <param name="at">The moment asked about.</param>
    public bool Stewards(LocalAuthorityCode? authority, DateTimeOffset at) => StewardedAt(at).Any(held => held is null || held == authority);

    /// <summary>The purposes that may be stated for a child's record, in the order of the closed list: those of the scopes that reach records.</summary>
    /// <param name="at">The moment asked about.</param>
    public IReadOnlyList<Purpose> PurposesAt(DateTimeOffset at) =>
        [.. Scopes.Where(scope => scope.ReachesRecordsAt(at)).SelectMany(scope => scope.Purposes).Where(purpose => purpose is not Purpose.None).Distinct().Order()];

    /// <summary>Redacted: a caller is never logged as a whole.</summary>
    public override string ToString() => $"caller {UserId:N}";
}
