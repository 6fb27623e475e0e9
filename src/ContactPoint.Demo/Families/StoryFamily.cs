using ContactPoint.Demo.Country;
using ContactPoint.Demo.Names;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Demo.Families;

/// <summary>The family that README, the demo page and the tests tell of. The same whatever the seed.</summary>
internal static class StoryFamily
{
    public const string Key = "story";

    public static IReadOnlyList<ChildPlan> Make(DemoCountry country, DateOnly today, Func<string> nhsNumber, EducationMaker education)
    {
        var salford = country.Salford;
        var household = new Household
        {
            Locality = salford,
            Community = NameLists.British,
            FamilyName = "Osborne",
            Whereabouts = new CurrentAddress(new Address(["14 Irwell Terrace"], "Salford", "M6 8QX")),
            FormerAddresses = [new FormerAddress(new Address(["3 Chapel Court"], "Salford", "M5 4ZT"), new DateOnly(2021, 5, 28))],
            Carers =
            [
                Carer("Osborne", "Kelly", CarerRelationship.Mother, "07700 900415", responsibility: true),
                Carer("Reece", "Aaron", CarerRelationship.StepParent, "07700 900416", responsibility: false),
            ],
            Preference = 0,
        };
        var jayden = Child(household, "0", new PersonName("Osborne", "Jayden", "Lee"), Gender.Male, new DateOnly(2015, 3, 14), nhsNumber()) with
        {
            OtherNames = [new OtherName(OtherNameKind.Former, new PersonName("Pryor", "Jayden", "Lee")), new OtherName(OtherNameKind.Preferred, new PersonName("Osborne", "Jay"))],
        };
        var maisie = Child(household, "1", new PersonName("Osborne", "Maisie", "Grace"), Gender.Female, new DateOnly(2018, 7, 2), nhsNumber());
        return [Involved(Placed(jayden, education, today), salford, today), Placed(maisie, education, today)];
    }

    private static ChildPlan Placed(ChildPlan child, EducationMaker education, DateOnly today)
    {
        var school = child.Household.Locality.Schools[0];
        var age = SchoolYear.At(today).AgeOf(child.DateOfBirth);
        if (!school.Takes(age)) return education.Place(child);
        var since = new SchoolYear(child.DateOfBirth.Year + SchoolYear.Reception).FirstDay;
        return education.At(child, school, age) with { SchoolSince = since };
    }

    private static ChildPlan Involved(ChildPlan jayden, Locality salford, DateOnly today)
    {
        var support = Person(salford, StaffNames.FamilySupportWorker);
        var since = today.AddDays(-160);
        return jayden with
        {
            Services =
            [
                Service(salford, ServiceCatalogue.FamilySupport, support, since, null, SourceKind.SocialCareCaseload),
                Service(salford, ServiceCatalogue.SocialWorker, Person(salford, StaffNames.SocialWorker), today.AddDays(-75), null, SourceKind.SocialCareCaseload),
                Service(salford, ServiceCatalogue.SchoolNurse, Person(salford, StaffNames.SchoolNurse), today.AddDays(-420), null, SourceKind.ChildHealth),
                Service(salford, ServiceCatalogue.YouthPrevention, Person(salford, StaffNames.YouthWorker), today.AddDays(-500), today.AddDays(-150), SourceKind.YouthJusticeCaseload),
            ],
            Lead = new LeadProfessional(support.Id, since.AddDays(14)),
            EarlyHelp = new EarlyHelpAssessment { Status = EarlyHelpStatus.InProgress, Holder = support.Id, Started = since.AddDays(20), Agreed = since.AddDays(27) },
        };
    }

    private static ChildPlan Child(Household household, string number, PersonName name, Gender gender, DateOnly birth, string nhs) => new()
    {
        Key = $"{Key}.{number}",
        Household = household,
        Name = name,
        Gender = gender,
        DateOfBirth = birth,
        Practice = household.Locality.Practices[0],
        Nhs = nhs,
    };

    private static ServicePlan Service(Locality locality, Service service, Practitioner person, DateOnly start, DateOnly? end, SourceKind source) =>
        new(service, locality.Organisations.First(body => body.Id == person.OrganisationId), person, start, end, source);

    private static Practitioner Person(Locality locality, string name) => locality.Practitioners.Single(person => person.Name == name);

    private static Carer Carer(string family, string given, CarerRelationship relationship, string phone, bool responsibility) => new()
    {
        Name = new PersonName(family, given),
        Relationship = relationship,
        HasParentalResponsibility = responsibility,
        HasCare = true,
        Phone = phone,
    };
}
