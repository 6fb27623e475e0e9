using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>A role as one person holds it (USR-4): agency × local authority × function × purpose.</summary>
public sealed record RoleScope
{
    /// <summary>The role.</summary>
    public required Role Role { get; init; }

    /// <summary>The agency it is held in.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The local authority it reaches; null for a national role.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>What the person does: <c>school-nurse</c>, <c>duty-desk</c>. Informative: nothing is decided by it.</summary>
    public required string Function { get; init; }

    /// <summary>The purposes it may be used for.</summary>
    public required IReadOnlySet<Purpose> Purposes { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>True while the scope lasts and its role works with children's records (USR-4). The one place that says which roles do.</summary>
    /// <param name="at">The moment asked about.</param>
    public bool ReachesRecordsAt(DateTimeOffset at) =>
        ExpiresAt > at && Role is (Role.Practitioner or Role.PractitionerSupport or Role.ChildProtectionPractitioner or Role.DataSteward or Role.Broker);
}
