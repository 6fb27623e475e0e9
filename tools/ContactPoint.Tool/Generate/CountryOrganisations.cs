using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Services;

namespace ContactPoint.Tool.Generate;

/// <summary>Turns organisations and people of the synthetic country into those of the directory.</summary>
internal static class CountryOrganisations
{
    private const int OrganisationIds = 1;
    private const int PractitionerIds = 2;

    public static Guid Id(SyntheticCountry country, int organisation) => SyntheticNumbers.Id(country, OrganisationIds, organisation);

    public static Guid PractitionerId(SyntheticCountry country, int practitioner) => SyntheticNumbers.Id(country, PractitionerIds, practitioner);

    public static (Service Service, SourceKind Source) Of(ServiceRole role) => role switch
    {
        ServiceRole.School => (ServiceCatalogue.School, SourceKind.SchoolRoll),
        ServiceRole.GeneralPractice => (ServiceCatalogue.GeneralPractice, SourceKind.GeneralPracticeList),
        ServiceRole.HealthVisitor => (ServiceCatalogue.HealthVisitor, SourceKind.ChildHealth),
        ServiceRole.SchoolNurse => (ServiceCatalogue.SchoolNurse, SourceKind.ChildHealth),
        ServiceRole.SpecialNeeds => (ServiceCatalogue.SpecialNeeds, SourceKind.SchoolRoll),
        ServiceRole.SocialWorker => (ServiceCatalogue.SocialWorker, SourceKind.SocialCareCaseload),
        ServiceRole.FamilySupport => (ServiceCatalogue.FamilySupport, SourceKind.SocialCareCaseload),
        ServiceRole.YouthJustice => (ServiceCatalogue.YouthOffending, SourceKind.YouthJusticeCaseload),
        _ => (ServiceCatalogue.VoluntaryProject, SourceKind.VoluntaryPartnerList),
    };

    public static Organisation Of(SyntheticCountry country, SyntheticOrganisation one)
    {
        var (kind, agency, service) = one.Kind switch
        {
            ServiceKind.SocialCare => (OrganisationKind.AuthorityService, Agency.SocialCare, ServiceCatalogue.DutyTeam),
            ServiceKind.FamilySupport => (OrganisationKind.AuthorityService, Agency.SocialCare, ServiceCatalogue.FamilySupport),
            ServiceKind.SchoolHealth => (OrganisationKind.HealthService, Agency.Health, ServiceCatalogue.SchoolNurse),
            ServiceKind.YouthJustice => (OrganisationKind.YouthOffendingTeam, Agency.YouthOffending, ServiceCatalogue.YouthOffending),
            ServiceKind.Voluntary => (OrganisationKind.VoluntaryOrganisation, Agency.Voluntary, ServiceCatalogue.VoluntaryProject),
            ServiceKind.Primary or ServiceKind.Secondary => (OrganisationKind.School, Agency.Education, ServiceCatalogue.School),
            ServiceKind.Practice => (OrganisationKind.GeneralPractice, Agency.Health, ServiceCatalogue.GeneralPractice),
            _ => (OrganisationKind.AuthorityService, Agency.Administration, (Service?)null),
        };
        return new Organisation
        {
            Id = Id(country, one.Number),
            Kind = kind,
            Name = one.Name,
            Agency = agency,
            Authority = new LocalAuthorityCode(one.Authority.Code),
            Phone = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"01632 960{one.Number % 1_000:D3}"),
            RegisterCode = one.RegisterCode,
            ServiceCode = service?.Code,
        };
    }

    public static Practitioner Of(SyntheticCountry country, SyntheticPractitioner one) => new()
    {
        Id = PractitionerId(country, one.Number),
        OrganisationId = Id(country, one.Organisation),
        Name = one.Name,
        JobTitle = Of(one.Role).Service.Name,
        ServiceCode = Of(one.Role).Service.Code,
        Phone = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"01632 960{one.Number % 1_000:D3}"),
    };
}
