using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Places;
using ContactPoint.Synthetic.Services;
using Address = ContactPoint.Directory.Children.Address;

namespace ContactPoint.Tool.Generate;

/// <summary>Turns children of the synthetic country into what the directory writes. Holds nothing that grows.</summary>
internal sealed class CountryWrites(SyntheticCountry country, SyntheticServices services, DateTimeOffset now)
{
    private static readonly LocalAuthorityCode[] Codes = [.. Authority.All.Select(authority => new LocalAuthorityCode(authority.Code))];

    // The country stands still on one day; the rolls that are written beside it speak of the days after.
    private readonly DateOnly asAt = SyntheticCountry.Reference;

    public SyntheticServices Services => services;

    public IEnumerable<ChildWrite> Of(long neighbourhood)
    {
        foreach (var household in country.HouseholdsOf(neighbourhood))
        {
            var home = SyntheticHome.Of(household);
            foreach (var child in household.Children) yield return Of(child, home);
        }
    }

    /// <summary>The same children with no more than a search looks at.</summary>
    public IEnumerable<ChildWrite> Sought(long neighbourhood)
    {
        var nobody = From(SourceKind.ChildHealth, 0);
        return country.HouseholdsOf(neighbourhood).SelectMany(household => household.Children).Select(child => new ChildWrite
        {
            Child = new ChildId(SyntheticNumbers.ChildId(country, child.Number)),
            ExpectedVersion = 0,
            Identity = Identity(child, nobody),
            Whereabouts = new(new CurrentAddress(new Address([], null, child.Postcode)), nobody),
        });
    }

    public ChildWrite Of(SyntheticChild child, SyntheticHome home)
    {
        var care = services.CareOf(child);
        var school = care.School is { } at ? From(SourceKind.SchoolRoll, at) : null;
        var practice = care.Practice is { } with ? From(SourceKind.GeneralPracticeList, with) : null;
        var main = school ?? practice ?? From(SourceKind.ChildHealth, 0);
        return new ChildWrite
        {
            Child = new ChildId(SyntheticNumbers.ChildId(country, child.Number)),
            ExpectedVersion = 0,
            Authority = Codes[child.Household.Authority.Index],
            Education = Education(care.Education),
            Identity = Identity(child, main),
            Whereabouts = new(new CurrentAddress(new Address([home.Line], home.Town, child.Postcode)), main),
            FormerAddresses = home.FormerLine is { } line ? [new(new FormerAddress(new Address([line], null, child.Household.FormerPostcode)), main)] : null,
            Carers = new([.. home.Carers.Select(Carer)], main),
            Identifiers = [.. Identifiers(child, school, practice)],
            Starts = [.. care.Involvements.Select(Start)],
        };
    }

    private IdentityDocument Identity(SyntheticChild child, Provenance from) => new()
    {
        Name = new(new PersonName(child.Surname, child.Forename, child.Middle), from),
        OtherNames = [.. OtherNames(child).Select(name => new Sourced<OtherName>(name, from))],
        Gender = new(child.IsGirl ? Gender.Female : Gender.Male, from),
        DateOfBirth = new(child.DateOfBirth, from),
        DirectoryNumber = DirectoryNumber.FromBits(SyntheticNumbers.DirectoryBits(country.Seed, child.Number)).Value,
    };

    private static IEnumerable<OtherName> OtherNames(SyntheticChild child)
    {
        if (child.FormerSurname is { } former) yield return new OtherName(OtherNameKind.Former, new PersonName(former, child.Forename));
        if (child.PreferredForename is { } called) yield return new OtherName(OtherNameKind.Preferred, new PersonName(child.Surname, called));
    }

    private static IEnumerable<IdentifierWrite> Identifiers(SyntheticChild child, Provenance? school, Provenance? practice)
    {
        if (school is not null) yield return new IdentifierWrite(IdentifierSchemes.Upn, SyntheticNumbers.Upn(child), school);
        if (practice is not null) yield return new IdentifierWrite(IdentifierSchemes.Nhs, SyntheticNumbers.Nhs(child.Number), practice);
    }

    private static Carer Carer(SyntheticCarer carer) => new()
    {
        Name = new PersonName(carer.Surname, carer.Forename),
        Relationship = carer.Role switch
        {
            CarerRole.Mother => CarerRelationship.Mother,
            CarerRole.Father => CarerRelationship.Father,
            CarerRole.StepParent => CarerRelationship.StepParent,
            CarerRole.Foster => CarerRelationship.FosterCarer,
            _ => CarerRelationship.Grandparent,
        },
        HasParentalResponsibility = carer.IsResponsible,
        HasCare = true,
        Phone = carer.Phone,
    };

    private InvolvementStart Start(SyntheticInvolvement involvement)
    {
        var (service, source) = CountryOrganisations.Of(involvement.Role);
        return new InvolvementStart
        {
            ServiceCode = service.Code,
            Organisation = CountryOrganisations.Id(country, involvement.Organisation),
            Practitioner = involvement.Practitioner is { } number ? CountryOrganisations.PractitionerId(country, number) : null,
            Start = involvement.Start,
            End = involvement.End,
            From = From(source, involvement.Organisation),
        };
    }

    private Provenance From(SourceKind kind, int organisation) =>
        new() { Kind = kind, Source = CountryOrganisations.Id(country, organisation), AsAt = asAt, ReceivedAt = now };

    private static EducationStatus Education(SyntheticEducation education) => education switch
    {
        SyntheticEducation.School => EducationStatus.AtSchool,
        SyntheticEducation.Home => EducationStatus.ElectiveHomeEducation,
        SyntheticEducation.Missing => EducationStatus.MissingEducation,
        SyntheticEducation.TooYoung => EducationStatus.BelowSchoolAge,
        _ => EducationStatus.Unknown,
    };
}
