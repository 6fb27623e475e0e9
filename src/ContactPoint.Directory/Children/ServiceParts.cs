using ContactPoint.Directory.Data;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>The parts that come from involvements: school, general practice, other services.</summary>
internal sealed class ServiceParts(ContactCards contacts, ServiceCatalogue catalogue)
{
    private const int SchoolAgeFrom = 5;
    private const int SchoolAgeTo = 16;

    public async ValueTask<SchoolPart> SchoolAsync(Reading reading, DirectoryContext context)
    {
        var placement = Placement(reading, ServiceCatalogue.School);
        var status = reading.Child.Education;
        return placement is null
            ? new SchoolPart(status, null, null, IsGap(reading, status), null)
            : new SchoolPart(status, (await contacts.OfAsync([placement], context))[0], placement.StartDate, false, reading.OriginOf(placement.From));
    }

    public async ValueTask<GeneralPracticePart> GeneralPracticeAsync(Reading reading, DirectoryContext context) =>
        Placement(reading, ServiceCatalogue.GeneralPractice) is { } placement
            ? new GeneralPracticePart((await contacts.OfAsync([placement], context))[0], placement.StartDate, reading.OriginOf(placement.From))
            : new GeneralPracticePart(null, null, null);

    public async ValueTask<InvolvementsPart> InvolvementsAsync(Reading reading, DirectoryContext context)
    {
        // The placements in force are parts of their own; those that ended are told here for as long as INV-2 says.
        var rows = reading.Involvements
            .Where(row => !InvolvementVisibility.IsPlacement(row) || !InvolvementVisibility.IsCurrent(row, reading.Today))
            .OrderBy(row => InvolvementVisibility.IsCurrent(row, reading.Today) ? 0 : 1).ToList();
        var cards = await contacts.OfAsync(rows, context);
        var entries = rows.Select((row, i) => new InvolvementEntry
        {
            Service = catalogue.Find(row.Service)!,
            Contact = cards[i],
            Start = row.StartDate,
            End = row.EndDate,
            IsConfirmed = row.ConfirmedAt is not null,
            IsCallers = IsCallers(row, reading),
            Origin = reading.OriginOf(row.From),
        }).ToList();
        return new InvolvementsPart(entries, reading.Involvements.Any(row => InvolvementVisibility.IsCurrent(row, reading.Today) && IsCallers(row, reading)));
    }

    private static bool IsCallers(InvolvementRow row, Reading reading)
    {
        var caller = reading.Pass.Caller;
        return row.PractitionerId is { } practitioner ? practitioner == caller.PractitionerId : row.OrganisationId == caller.OrganisationId && !InvolvementVisibility.IsPlacement(row);
    }

    private static InvolvementRow? Placement(Reading reading, Service service) =>
        reading.Involvements.FirstOrDefault(row => row.Service == service.Code && InvolvementVisibility.IsCurrent(row, reading.Today));

    // REC-5. The year alone is in clear; the exact school-leaving date does not matter for a prompt.
    private static bool IsGap(Reading reading, EducationStatus status) =>
        status is not (EducationStatus.ElectiveHomeEducation or EducationStatus.AlternativeProvision)
        && reading.Today.Year - reading.Child.BirthYear is >= SchoolAgeFrom and <= SchoolAgeTo;
}
