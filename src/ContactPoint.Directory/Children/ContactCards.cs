using ContactPoint.Directory.Data;
using ContactPoint.Directory.Organisations;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Children;

/// <summary>Puts contact cards together from organisations and practitioners: always as they are now.</summary>
internal sealed class ContactCards(SealedDocuments documents)
{
    /// <summary>A practitioner's card; null when the practitioner is not known or does not open.</summary>
    public async ValueTask<ContactCard?> OfAsync(Guid practitioner, DirectoryContext context)
    {
        var row = await context.Set<PractitionerRow>().AsNoTracking().SingleOrDefaultAsync(found => found.PractitionerId == practitioner);
        if (row is null || Open(row) is not { } contact) return null;
        var organisation = await context.Set<OrganisationRow>().AsNoTracking().SingleAsync(found => found.OrganisationId == row.OrganisationId);
        return Card(organisation, contact);
    }

    /// <summary>The cards of several involvements, in their order.</summary>
    public async ValueTask<IReadOnlyList<ContactCard>> OfAsync(IReadOnlyList<InvolvementRow> involvements, DirectoryContext context)
    {
        var organisationIds = involvements.Select(row => row.OrganisationId).Distinct().ToArray();
        var practitionerIds = involvements.Select(row => row.PractitionerId).OfType<Guid>().Distinct().ToArray();
        var organisations = await context.Set<OrganisationRow>().AsNoTracking().Where(row => organisationIds.Contains(row.OrganisationId)).ToDictionaryAsync(row => row.OrganisationId);
        var practitioners = await context.Set<PractitionerRow>().AsNoTracking().Where(row => practitionerIds.Contains(row.PractitionerId)).ToDictionaryAsync(row => row.PractitionerId);
        return [.. involvements.Select(row => Card(
            organisations[row.OrganisationId],
            row.PractitionerId is { } id && practitioners.TryGetValue(id, out var person) ? Open(person) : null))];
    }

    private PractitionerContact? Open(PractitionerRow row) =>
        documents.Open(DirectoryPurposes.Practitioner, row.PractitionerId, row.ContactSealed, DocumentTypes.Default.PractitionerContact);

    private static ContactCard Card(OrganisationRow organisation, PractitionerContact? person) => new()
    {
        Organisation = organisation.Name,
        Agency = organisation.Agency,
        Practitioner = person?.Name,
        JobTitle = person?.JobTitle,
        Phone = person?.Phone ?? organisation.Phone,
        Email = person?.Email ?? organisation.Email,
        Availability = person?.Availability,
        Address = organisation.Placed(),
        HasClosed = organisation.State == OrganisationState.Closed,
        ClosedOn = organisation.State == OrganisationState.Closed ? organisation.ClosedOn : null,
    };
}
