using ContactPoint.Demo.Names;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Country;

/// <summary>The people who work in an authority.</summary>
internal sealed class StaffMaker(Random random, NameMaker names)
{
    private static readonly string[] Availability =
        ["Monday to Thursday, 9 to 4", "Term time, 8.30 to 3.30", "Mornings are best", "Leave a message with the duty desk", "Not Wednesdays"];

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private int phone;

    public IReadOnlyList<Practitioner> For(Locality locality)
    {
        var isSalford = locality.Authority == DemoAuthorities.Salford;
        List<Practitioner> staff =
        [
            Make(locality, locality.FamilySupport, "Family support worker", ServiceCatalogue.FamilySupport, isSalford ? StaffNames.FamilySupportWorker : null),
            Make(locality, locality.SocialCare, "Social worker", ServiceCatalogue.SocialWorker, isSalford ? StaffNames.SocialWorker : null),
            Make(locality, locality.SchoolHealth, "School nurse", ServiceCatalogue.SchoolNurse, isSalford ? StaffNames.SchoolNurse : null),
            Make(locality, locality.YouthOffending, "Youth justice worker", ServiceCatalogue.YouthOffending, isSalford ? StaffNames.YouthOffendingWorker : null),
            Make(locality, locality.SocialCare, "Social worker", ServiceCatalogue.SocialWorker),
            Make(locality, locality.SchoolHealth, "Health visitor", ServiceCatalogue.HealthVisitor),
            Make(locality, locality.SchoolHealth, "Health visitor", ServiceCatalogue.HealthVisitor),
            Make(locality, locality.Council, "Education welfare officer", ServiceCatalogue.Attendance),
            .. locality.Schools.Skip(isSalford ? 1 : 0).Select(school => Make(locality, school.Organisation, "Special educational needs co-ordinator", ServiceCatalogue.SpecialNeeds)),
        ];
        if (isSalford) staff.AddRange([.. Story(locality), Officer(locality)]);
        return staff;
    }

    private Practitioner[] Story(Locality salford) =>
    [
        Make(salford, salford.Schools[0].Organisation, "Pastoral lead", ServiceCatalogue.School, StaffNames.PastoralLead),
        Make(salford, Body(salford, StaffNames.Hospital), "Emergency department nurse", null, StaffNames.EmergencyNurse),
        Make(salford, Body(salford, StaffNames.YouthService), "Youth worker", ServiceCatalogue.YouthPrevention, StaffNames.YouthWorker),
        Make(salford, Body(salford, StaffNames.Voluntary), "Project worker", ServiceCatalogue.VoluntaryProject, StaffNames.VoluntaryWorker),
    ];

    // Came to the demo after the others, so nothing of her is drawn: the same seed goes on giving the same children.
    private static Practitioner Officer(Locality salford)
    {
        var service = Body(salford, StaffNames.EducationService);
        return new Practitioner
        {
            Id = DemoIds.Of($"practitioner:{service.Id:N}:{StaffNames.WelfareOfficer}"),
            OrganisationId = service.Id,
            Name = StaffNames.WelfareOfficer,
            JobTitle = "Education welfare officer",
            ServiceCode = ServiceCatalogue.Attendance.Code,
            Phone = Contacts.Office(salford.Authority, 499),
            Email = Contacts.Email(StaffNames.WelfareOfficer, service.Name),
            Availability = "Monday to Friday, 9 to 5",
        };
    }

    private static Organisation Body(Locality locality, string name) => locality.Others.Single(body => body.Name == name);

    private Practitioner Make(Locality locality, Organisation organisation, string title, Service? service, string? name = null)
    {
        name ??= Name();
        taken.Add(name);
        return new Practitioner
        {
            Id = DemoIds.Of($"practitioner:{organisation.Id:N}:{name}"),
            OrganisationId = organisation.Id,
            Name = name,
            JobTitle = title,
            ServiceCode = service?.Code,
            Phone = phone % 3 == 0 ? Contacts.Mobile(phone) : Contacts.Office(locality.Authority, 500 + phone),
            Email = Contacts.Email(name, organisation.Name),
            Availability = phone++ % 2 == 0 ? Availability[random.Next(Availability.Length)] : null,
        };
    }

    private string Name()
    {
        string name;
        do
        {
            var community = names.Community();
            var gender = random.NextDouble() < 0.75 ? Gender.Female : Gender.Male;
            name = $"{names.Given(community, gender, [])} {names.Family(community)}";
        }
        while (taken.Contains(name));
        return name;
    }
}
