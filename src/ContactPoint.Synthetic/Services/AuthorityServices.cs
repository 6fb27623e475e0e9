using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Services;

/// <summary>How many organisations and practitioners an authority has, and the first number of each kind.</summary>
internal sealed record AuthorityServices
{
    public const int YouthWorkers = 2;
    public const int ProjectWorkers = 3;
    private const int OwnServices = 6;

    public required Authority Authority { get; init; }

    public required int FirstOrganisation { get; init; }

    public required int FirstPractitioner { get; init; }

    public required int Primaries { get; init; }

    public required int Secondaries { get; init; }

    public required int Practices { get; init; }

    public required int SocialWorkers { get; init; }

    public required int FamilyWorkers { get; init; }

    public required int HealthVisitors { get; init; }

    public required int Nurses { get; init; }

    public int Organisations => OwnServices + Primaries + Secondaries + Practices;

    public int Practitioners => SocialWorkers + FamilyWorkers + HealthVisitors + Nurses + YouthWorkers + ProjectWorkers + Primaries + Secondaries;

    public static AuthorityServices Make(Authority authority, double children, int firstOrganisation, int firstPractitioner)
    {
        int Of(double each) => Math.Max(1, (int)Math.Round(children / each));
        return new AuthorityServices
        {
            Authority = authority,
            FirstOrganisation = firstOrganisation,
            FirstPractitioner = firstPractitioner,
            Primaries = Of(700),
            Secondaries = Of(3_200),
            Practices = Of(1_850),
            SocialWorkers = Of(800),
            FamilyWorkers = Of(1_600),
            HealthVisitors = Of(1_100),
            Nurses = Of(2_600),
        };
    }

    /// <summary>The number of one of the organisations of a kind.</summary>
    public int Organisation(ServiceKind kind, int which = 0) => FirstOrganisation + kind switch
    {
        ServiceKind.Primary => OwnServices + which,
        ServiceKind.Secondary => OwnServices + Primaries + which,
        ServiceKind.Practice => OwnServices + Primaries + Secondaries + which,
        _ => (int)kind,
    };

    /// <summary>Staff in order: role, how many, and where they work; a school's co-ordinator bears the school's number.</summary>
    public IEnumerable<(ServiceRole Role, int Count, Func<int, int> Organisation)> Staff()
    {
        yield return (ServiceRole.SocialWorker, SocialWorkers, _ => Organisation(ServiceKind.SocialCare));
        yield return (ServiceRole.FamilySupport, FamilyWorkers, _ => Organisation(ServiceKind.FamilySupport));
        yield return (ServiceRole.HealthVisitor, HealthVisitors, _ => Organisation(ServiceKind.SchoolHealth));
        yield return (ServiceRole.SchoolNurse, Nurses, _ => Organisation(ServiceKind.SchoolHealth));
        yield return (ServiceRole.YouthJustice, YouthWorkers, _ => Organisation(ServiceKind.YouthJustice));
        yield return (ServiceRole.Voluntary, ProjectWorkers, _ => Organisation(ServiceKind.Voluntary));
        yield return (ServiceRole.SpecialNeeds, Primaries + Secondaries, which => Organisation(ServiceKind.Primary, which));
    }

    /// <summary>The number of one of the practitioners of a role.</summary>
    public int Practitioner(ServiceRole role, int which) => FirstPractitioner + which + role switch
    {
        ServiceRole.SocialWorker => 0,
        ServiceRole.FamilySupport => SocialWorkers,
        ServiceRole.HealthVisitor => SocialWorkers + FamilyWorkers,
        ServiceRole.SchoolNurse => SocialWorkers + FamilyWorkers + HealthVisitors,
        ServiceRole.YouthJustice => SocialWorkers + FamilyWorkers + HealthVisitors + Nurses,
        ServiceRole.Voluntary => SocialWorkers + FamilyWorkers + HealthVisitors + Nurses + YouthWorkers,
        _ => SocialWorkers + FamilyWorkers + HealthVisitors + Nurses + YouthWorkers + ProjectWorkers,
    };
}
