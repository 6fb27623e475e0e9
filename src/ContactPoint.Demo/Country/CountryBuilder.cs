using System.Globalization;
using ContactPoint.Demo.Names;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Demo.Country;

/// <summary>Makes the country: organisations, and the people who work in them.</summary>
internal sealed class CountryBuilder
{
    public const string MillRoad = "Mill Road Surgery";

    private const int FirstUrn = 990_001;

    private static readonly string[] Practices =
        ["Mill Road Surgery", "The Limes Medical Practice", "Station Street Surgery", "Orchard Health Centre", "Riverside Medical Practice", "Church Lane Surgery", "Park View Practice"];

    private readonly StaffMaker staff;
    private int urn = FirstUrn;
    private int practice;
    private int phone;

    public CountryBuilder(Random random) => staff = new StaffMaker(random, new NameMaker(random));

    public DemoCountry Build() => new()
    {
        Localities = [.. DemoAuthorities.All.Select(Build)],
        National = new Organisation
        {
            Id = DemoIds.Of("organisation:national"),
            Kind = OrganisationKind.Other,
            Name = "ContactPoint National Team",
            Agency = Agency.Administration,
            Phone = "03069 990100",
            Email = "national.team@contactpoint.example",
        },
    };

    private Locality Build(DemoAuthority authority)
    {
        var schools = SchoolNames.Of(authority).Select(school => School(authority, school.Name, school.From, school.To)).ToList();
        var locality = new Locality
        {
            Authority = authority,
            Schools = schools,
            Practices = [.. Enumerable.Range(0, authority == DemoAuthorities.Salford ? 7 : 2).Select(number => Practice(authority, number))],
            Council = Service(authority, $"{authority.Name} City Council", OrganisationKind.AuthorityService, Agency.Administration, null),
            SocialCare = Service(authority, $"{authority.Name} Children's Social Care", OrganisationKind.AuthorityService, Agency.SocialCare, ServiceCatalogue.DutyTeam),
            FamilySupport = Service(authority, $"{authority.Name} Family Support", OrganisationKind.AuthorityService, Agency.SocialCare, ServiceCatalogue.FamilySupport),
            SchoolHealth = Service(authority, $"{authority.Name} School Health Service", OrganisationKind.HealthService, Agency.Health, ServiceCatalogue.SchoolNurse),
            YouthOffending = Service(authority, $"{authority.Name} Youth Justice Service", OrganisationKind.YouthOffendingTeam, Agency.YouthOffending, ServiceCatalogue.YouthOffending),
            Others = authority == DemoAuthorities.Salford
                ?
                [
                    Service(authority, StaffNames.Hospital, OrganisationKind.HealthService, Agency.Health, null),
                    Service(authority, StaffNames.Voluntary, OrganisationKind.VoluntaryOrganisation, Agency.Voluntary, ServiceCatalogue.VoluntaryProject),
                    Service(authority, StaffNames.YouthService, OrganisationKind.AuthorityService, Agency.YouthOffending, ServiceCatalogue.YouthPrevention),
                    Service(authority, StaffNames.EducationService, OrganisationKind.AuthorityService, Agency.Education, null),
                ]
                : [],
        };
        return locality with { Practitioners = staff.For(locality) };
    }

    private DemoSchool School(DemoAuthority authority, string name, int from, int to) => new(
        Organisation(authority, name, OrganisationKind.School, Agency.Education, ServiceCatalogue.School) with { RegisterCode = (urn++).ToString(CultureInfo.InvariantCulture) },
        from, to);

    private Organisation Practice(DemoAuthority authority, int number)
    {
        var name = authority == DemoAuthorities.Salford ? Practices[number] : $"{authority.Districts[number].Town} {Practices[1 + (practice % (Practices.Length - 1))]}";
        return Organisation(authority, name, OrganisationKind.GeneralPractice, Agency.Health, ServiceCatalogue.GeneralPractice)
            with
        { RegisterCode = "Z99" + (++practice).ToString("D3", CultureInfo.InvariantCulture) };
    }

    private Organisation Service(DemoAuthority authority, string name, OrganisationKind kind, Agency agency, Service? service) =>
        Organisation(authority, name, kind, agency, service);

    private Organisation Organisation(DemoAuthority authority, string name, OrganisationKind kind, Agency agency, Service? service) => new()
    {
        Id = DemoIds.Of($"organisation:{authority.Code}:{name}"),
        Kind = kind,
        Name = name,
        Agency = agency,
        Authority = authority.Code,
        Phone = Contacts.Office(authority, phone += 7),
        Email = Contacts.Email("office", name),
        ServiceCode = service?.Code,
    };
}
