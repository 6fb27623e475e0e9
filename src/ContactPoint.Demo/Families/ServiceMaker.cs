using ContactPoint.Demo.Country;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Demo.Families;

/// <summary>Gives families the services that work with them: most have none but school and practice, some have many.</summary>
internal sealed class ServiceMaker(Random random, DateOnly today)
{
    private const int Toddler = 5;
    private const int Teenager = 12;

    private int turn;

    public IReadOnlyList<ChildPlan> For(IReadOnlyList<ChildPlan> children)
    {
        var household = children[0].Household;
        var socialWorker = household.IsFostering || random.Next(35) == 0 ? Start(household.Locality, ServiceCatalogue.SocialWorker, SourceKind.SocialCareCaseload) : null;
        var familySupport = random.Next(22) == 0 ? Start(household.Locality, ServiceCatalogue.FamilySupport, SourceKind.SocialCareCaseload) : null;
        return [.. children.Select(child => For(child, socialWorker, familySupport))];
    }

    private ChildPlan For(ChildPlan child, ServicePlan? socialWorker, ServicePlan? familySupport)
    {
        var locality = child.Household.Locality;
        var age = SchoolYear.Age(child.DateOfBirth, today);
        var services = new List<ServicePlan>();
        if (age < Toddler && random.Next(10) > 0) services.Add(Start(locality, ServiceCatalogue.HealthVisitor, SourceKind.ChildHealth));
        if (age >= Toddler && random.Next(9) == 0) services.Add(Start(locality, ServiceCatalogue.SchoolNurse, SourceKind.ChildHealth));
        if (child.School is { } school && random.Next(16) == 0) AddSpecialNeeds(services, locality, school);
        if (age >= Toddler && random.Next(40) == 0) services.Add(Start(locality, ServiceCatalogue.Attendance, SourceKind.DataSteward));
        if (age >= Teenager && random.Next(45) == 0) services.Add(Start(locality, ServiceCatalogue.YouthOffending, SourceKind.YouthJusticeCaseload));
        if (locality.Giving(ServiceCatalogue.VoluntaryProject.Code) is { Count: > 0 } && random.Next(30) == 0)
            services.Add(Start(locality, ServiceCatalogue.VoluntaryProject, SourceKind.VoluntaryPartnerList));
        if (locality.Giving(ServiceCatalogue.YouthPrevention.Code) is { Count: > 0 } && age >= Teenager && random.Next(18) == 0)
            services.Add(Start(locality, ServiceCatalogue.YouthPrevention, SourceKind.YouthJusticeCaseload));
        if (socialWorker is not null) services.Add(Bounded(socialWorker, child));
        if (familySupport is not null) services.Add(Bounded(familySupport, child));
        return WithLead(child with { Services = [.. services.Select(service => Bounded(service, child))] });
    }

    private void AddSpecialNeeds(List<ServicePlan> services, Locality locality, DemoSchool school)
    {
        var coordinator = locality.Giving(ServiceCatalogue.SpecialNeeds.Code).FirstOrDefault(person => person.OrganisationId == school.Organisation.Id);
        if (coordinator is null) return;
        services.Add(new ServicePlan(ServiceCatalogue.SpecialNeeds, school.Organisation, coordinator, Ago(900), null, SourceKind.SchoolRoll));
    }

    private ChildPlan WithLead(ChildPlan child)
    {
        var candidate = child.Services.LastOrDefault(service => service.End is null && service.Service.Tier == ServiceTier.Additional && service.Practitioner is not null);
        if (candidate is null || random.Next(10) < 4) return child;
        var holder = candidate.Practitioner!.Id;
        var completed = random.Next(2) == 0;
        return child with
        {
            Lead = new LeadProfessional(holder, candidate.Start),
            EarlyHelp = candidate.Service == ServiceCatalogue.SocialWorker || random.Next(2) == 0
                ? null
                : new EarlyHelpAssessment
                {
                    Status = completed ? EarlyHelpStatus.Completed : EarlyHelpStatus.InProgress,
                    Holder = holder,
                    Started = candidate.Start,
                    Agreed = candidate.Start,
                    Completed = completed ? Earlier(candidate.Start.AddDays(40), today) : null,
                },
        };
    }

    private ServicePlan Start(Locality locality, Service service, SourceKind source)
    {
        var people = locality.Giving(service.Code);
        var person = people.Count == 0 ? null : people[turn++ % people.Count];
        var organisation = person is null
            ? locality.Organisations.First(body => body.ServiceCode == service.Code)
            : locality.Organisations.First(body => body.Id == person.OrganisationId);
        var start = Ago(700);
        return new ServicePlan(service, organisation, person, start, random.Next(5) == 0 ? Earlier(start.AddDays(30 + random.Next(200)), today) : null, source);
    }

    // Nobody works with a child before it is born.
    private static ServicePlan Bounded(ServicePlan service, ChildPlan child)
    {
        var start = service.Start < child.DateOfBirth ? child.DateOfBirth : service.Start;
        return service with { Start = start, End = service.End is { } end && end < start ? start : service.End };
    }

    private DateOnly Ago(int most) => today.AddDays(-1 - random.Next(most));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
