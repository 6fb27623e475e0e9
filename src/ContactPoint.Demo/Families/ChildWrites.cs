using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Demo.Families;

/// <summary>Turns a planned child into what the directory writes, each field with where it would have come from.</summary>
internal sealed class ChildWrites(DateOnly today, DateTimeOffset now)
{
    // Supplied on the first Monday of the month, as schools and practices do.
    private readonly DateOnly asAt = FirstMonday(today);

    public ChildWrite For(ChildPlan child)
    {
        var household = child.Household;
        var locality = household.Locality;
        var main = child.School is { } school ? From(SourceKind.SchoolRoll, school.Organisation.Id)
            : child.Practice is { } practice ? From(SourceKind.GeneralPracticeList, practice.Id)
            : From(SourceKind.ChildHealth, locality.SchoolHealth.Id);
        return new ChildWrite
        {
            Child = child.Id,
            ExpectedVersion = 0,
            Authority = locality.Authority.Code,
            Education = child.Education,
            Identity = new IdentityDocument
            {
                Name = new(child.Name, main),
                OtherNames = [.. child.OtherNames.Select(name => new Sourced<OtherName>(name, main))],
                Gender = new(child.Gender, main),
                DateOfBirth = new(child.DateOfBirth, main),
                DirectoryNumber = DemoIds.DirectoryNumber(child.Key),
            },
            Whereabouts = new(household.Whereabouts, main),
            FormerAddresses = household.FormerAddresses.Count == 0 ? null : [.. household.FormerAddresses.Select(address => new Sourced<FormerAddress>(address, main))],
            Carers = new(household.Carers, main),
            LeadProfessional = child.Lead is { } lead ? new(lead, From(SourceKind.SocialCareCaseload, locality.SocialCare.Id)) : null,
            EarlyHelp = child.EarlyHelp is { } help ? new(help, From(SourceKind.SocialCareCaseload, locality.FamilySupport.Id)) : null,
            Identifiers = [.. Identifiers(child)],
            Starts = [.. Starts(child)],
        };
    }

    private IEnumerable<IdentifierWrite> Identifiers(ChildPlan child)
    {
        var locality = child.Household.Locality;
        if (child.Upn is { } upn) yield return new IdentifierWrite(IdentifierSchemes.Upn, upn, From(SourceKind.SchoolRoll, (child.School?.Organisation ?? locality.Council).Id));
        if (child.Nhs is { } nhs) yield return new IdentifierWrite(IdentifierSchemes.Nhs, nhs, From(SourceKind.GeneralPracticeList, (child.Practice ?? locality.SchoolHealth).Id));
    }

    private IEnumerable<InvolvementStart> Starts(ChildPlan child)
    {
        if (child.School is { } school)
            yield return Start(ServiceCatalogue.School, school.Organisation.Id, null, child.SchoolSince, null, SourceKind.SchoolRoll);
        if (child.Practice is { } practice)
            yield return Start(ServiceCatalogue.GeneralPractice, practice.Id, null, child.DateOfBirth.AddDays(Math.Min(20, today.DayNumber - child.DateOfBirth.DayNumber)), null, SourceKind.GeneralPracticeList);
        foreach (var service in child.Services)
            yield return Start(service.Service, service.Organisation.Id, service.Practitioner?.Id, service.Start, service.End, service.Source);
    }

    private InvolvementStart Start(Service service, Guid organisation, Guid? practitioner, DateOnly start, DateOnly? end, SourceKind source) => new()
    {
        ServiceCode = service.Code,
        Organisation = organisation,
        Practitioner = practitioner,
        Start = start,
        End = end,
        From = From(source, organisation),
    };

    private Provenance From(SourceKind kind, Guid source) => new() { Kind = kind, Source = source, AsAt = asAt, ReceivedAt = now };

    private static DateOnly FirstMonday(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var monday = first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
        return monday <= day ? monday : FirstMonday(first.AddDays(-1));
    }
}
