using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Involvement;

/// <summary>The closed catalogue of services. Sensitive services are not in it: they need a consent of their own (CON-1).</summary>
public static class ServiceCatalogue
{
    /// <summary>School placement: the one involvement that <see cref="Sdk.Children.PartKey.School"/> shows.</summary>
    public static readonly Service School = new("education.school", "School", Agency.Education, ServiceTier.Universal);

    /// <summary>Registration with a general practice: shown by <see cref="Sdk.Children.PartKey.GeneralPractice"/>.</summary>
    public static readonly Service GeneralPractice = new("health.gp", "General practice", Agency.Health, ServiceTier.Universal);

    /// <summary>School nurse.</summary>
    public static readonly Service SchoolNurse = new("health.school-nurse", "School nurse", Agency.Health, ServiceTier.Universal);

    /// <summary>Health visitor.</summary>
    public static readonly Service HealthVisitor = new("health.health-visitor", "Health visitor", Agency.Health, ServiceTier.Universal);

    /// <summary>Early years setting.</summary>
    public static readonly Service EarlyYears = new("education.early-years", "Early years setting", Agency.Education, ServiceTier.Universal);

    /// <summary>Special educational needs co-ordinator.</summary>
    public static readonly Service SpecialNeeds = new("education.senco", "Special educational needs co-ordinator", Agency.Education, ServiceTier.Additional);

    /// <summary>Attendance and education welfare.</summary>
    public static readonly Service Attendance = new("education.attendance", "Attendance and education welfare", Agency.Education, ServiceTier.Additional);

    /// <summary>Social worker.</summary>
    public static readonly Service SocialWorker = new("social-care.social-worker", "Social worker", Agency.SocialCare, ServiceTier.Additional);

    /// <summary>Family support.</summary>
    public static readonly Service FamilySupport = new("social-care.family-support", "Family support", Agency.SocialCare, ServiceTier.Additional);

    /// <summary>Duty team.</summary>
    public static readonly Service DutyTeam = new("social-care.duty-team", "Social care duty team", Agency.SocialCare, ServiceTier.Additional);

    /// <summary>Fostering.</summary>
    public static readonly Service Fostering = new("social-care.fostering", "Fostering", Agency.SocialCare, ServiceTier.Additional);

    /// <summary>Youth offending team worker.</summary>
    public static readonly Service YouthOffending = new("youth-offending.worker", "Youth offending team", Agency.YouthOffending, ServiceTier.Additional);

    /// <summary>Youth crime prevention.</summary>
    public static readonly Service YouthPrevention = new("youth-offending.prevention", "Youth prevention service", Agency.YouthOffending, ServiceTier.Additional);

    /// <summary>A project of a voluntary organisation.</summary>
    public static readonly Service VoluntaryProject = new("voluntary.project", "Voluntary project", Agency.Voluntary, ServiceTier.Additional);

    /// <summary>Every service, in the order lists show them.</summary>
    public static IReadOnlyList<Service> All { get; } =
    [
        School, EarlyYears, SpecialNeeds, Attendance, GeneralPractice, HealthVisitor, SchoolNurse, SocialWorker, FamilySupport, DutyTeam,
        Fostering, YouthOffending, YouthPrevention, VoluntaryProject,
    ];

    private static readonly Dictionary<string, Service> ByCode = All.ToDictionary(service => service.Code, StringComparer.Ordinal);

    /// <summary>The service of a code; null when the catalogue has none.</summary>
    /// <param name="code">The code.</param>
    public static Service? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var service) ? service : null;
}
