using System.Collections.Frozen;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Directory.Involvement;

/// <summary>The catalogue of services: those of the core, and those that the modules of this host add. What it does not know is shown to nobody.</summary>
public sealed class ServiceCatalogue
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

    /// <summary>The core's services, in the order lists show them.</summary>
    public static IReadOnlyList<Service> Core { get; } =
    [
        School, EarlyYears, SpecialNeeds, Attendance, GeneralPractice, HealthVisitor, SchoolNurse, SocialWorker, FamilySupport, DutyTeam,
        Fostering, YouthOffending, YouthPrevention, VoluntaryProject,
    ];

    // When first asked: by then each module has come to its state.
    private readonly Lazy<(IReadOnlyList<Service> All, FrozenDictionary<string, Service> ByCode)> known;

    /// <summary>Puts the catalogue together.</summary>
    /// <param name="sources">Those who add services.</param>
    public ServiceCatalogue(IEnumerable<IServiceSource> sources) => known = new(() => Join(sources));

    /// <summary>Every service, in the order lists show them.</summary>
    public IReadOnlyList<Service> All => known.Value.All;

    /// <summary>The service of a code; null when the catalogue has none.</summary>
    /// <param name="code">The code.</param>
    public Service? Find(string? code) => code is not null && known.Value.ByCode.TryGetValue(code, out var service) ? service : null;

    /// <summary>The service of a code for a new involvement; null when there is none, or it needs a consent, which cannot be recorded yet (CON-1).</summary>
    /// <param name="code">The code.</param>
    public Service? FindRecordable(string? code) => Find(code) is { Tier: not ServiceTier.Sensitive } service ? service : null;

    // The loader refuses a module whose service the core has; should one come through, the core's own stands.
    private static (IReadOnlyList<Service>, FrozenDictionary<string, Service>) Join(IEnumerable<IServiceSource> sources)
    {
        IReadOnlyList<Service> all = [.. Core.Concat(sources.SelectMany(source => source.Services).Select(Of)).DistinctBy(service => service.Code, StringComparer.Ordinal)];
        return (all, all.ToFrozenDictionary(service => service.Code, StringComparer.Ordinal));
    }

    // A class that is not known is not shown.
    private static Service Of(ModuleService service) => new(service.Code, service.Name, service.Agency, service.Class switch
    {
        ServiceClass.Universal => ServiceTier.Universal,
        ServiceClass.Additional => ServiceTier.Additional,
        _ => ServiceTier.Sensitive,
    });
}
