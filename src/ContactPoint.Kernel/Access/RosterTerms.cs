using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Kernel.Access;

/// <summary>On what terms a roster is had: with which purpose, by whom, and what standing on it tells of a child.</summary>
internal sealed record RosterTerms
{
    private static readonly HashSet<Role> WithChildren = [Role.Practitioner, Role.ChildProtectionPractitioner];

    private static readonly Dictionary<RosterKind, RosterTerms> Kinds = new()
    {
        [RosterKind.OwnInvolvements] = new() { Purposes = [Purpose.ServiceProvision], Relationship = Relationship.InMyCare },
        [RosterKind.OwnSetting] = new() { Purposes = [Purpose.ServiceProvision] },
        [RosterKind.StewardQueue] = new() { Purposes = [Purpose.DataQuality], Roles = [Role.DataSteward] },
        [RosterKind.OwnSettingJoiners] = new() { Purposes = [Purpose.ServiceProvision], Roles = WithChildren, CountsDays = true },
        [RosterKind.OwnSettingLeavers] = new() { Purposes = [Purpose.ServiceProvision], Roles = WithChildren, CountsDays = true },
        [RosterKind.MissingEducation] = OfAuthority(Agency.Education, PartKey.School),
        [RosterKind.HomeEducated] = OfAuthority(Agency.Education, PartKey.School),
    };

    /// <summary>The purposes it may be had for, the usual one first.</summary>
    public required IReadOnlyList<Purpose> Purposes { get; init; }

    public Relationship Relationship { get; init; } = Relationship.MyAreaOrSetting;

    /// <summary>The roles that may have it; null for each that reaches records.</summary>
    public HashSet<Role>? Roles { get; init; }

    /// <summary>For a list of a whole local authority, the agency in which the caller must hold a scope of that very authority; null for other rosters.</summary>
    public Agency? AuthoritysAgency { get; init; }

    /// <summary>The parts of a record that the roster tells of by naming a child: a child of whom one is withheld does not stand on it.</summary>
    public IReadOnlyList<PartKey> Tells { get; init; } = [];

    /// <summary>True where <see cref="RosterRequest.Days"/> says something.</summary>
    public bool CountsDays { get; init; }

    /// <summary>True where the roster may hold far more children than can be asked for: no more are decided on than that.</summary>
    public bool IsCut => AuthoritysAgency is not null;

    /// <summary>The terms of a kind; null of one that does not exist.</summary>
    public static RosterTerms? Of(RosterKind kind) => Kinds.GetValueOrDefault(kind);

    /// <summary>The statement that a caller makes by asking: the first purpose of the terms that the caller holds for it, or the usual one, to be refused with.</summary>
    public AccessStatement StatementOf(CallerContext caller, DateTimeOffset now) =>
        new(Purposes.FirstOrDefault(purpose => IsHeld(caller, purpose, now), Purposes[0]), Relationship);

    public bool IsHeld(CallerContext caller, Purpose purpose, DateTimeOffset now) => caller.Scopes.Any(scope =>
        scope.ReachesRecordsAt(now) && scope.Purposes.Contains(purpose) && (Roles is null || Roles.Contains(scope.Role))
        && (AuthoritysAgency is not { } agency || (scope.Agency == agency && caller.Agency == agency && scope.Authority is { } authority && authority == caller.Authority)));

    private static RosterTerms OfAuthority(Agency agency, PartKey told) => new()
    {
        Purposes = [Purpose.UniversalServiceGap, Purpose.ServiceProvision, Purpose.DataQuality],
        Roles = [.. WithChildren, Role.DataSteward],
        AuthoritysAgency = agency,
        Tells = [told, PartKey.ResponsibleAuthority],
    };
}
