using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Organisations;

internal sealed class OrganisationDirectory(SealedDocuments documents, ServiceCatalogue catalogue) : IOrganisationDirectory
{
    public async ValueTask<Organisation?> FindAsync(Guid id, IUnitOfWork unit) =>
        await Rows(unit).SingleOrDefaultAsync(row => row.OrganisationId == id) is { } row ? Read(row) : null;

    public async ValueTask<Organisation?> FindByRegisterCodeAsync(OrganisationKind kind, string registerCode, IUnitOfWork unit) =>
        await Rows(unit).SingleOrDefaultAsync(row => row.Kind == kind && row.RegisterCode == registerCode) is { } row ? Read(row) : null;

    public async ValueTask<IReadOnlyList<Organisation>> ListAsync(OrganisationKind kind, IUnitOfWork unit) =>
        [.. (await Rows(unit).Where(row => row.Kind == kind).OrderBy(row => row.Name).ToListAsync()).Select(Read)];

    public async ValueTask<IReadOnlyList<Organisation>> ListAsync(OrganisationKind kind, LocalAuthorityCode authority, IUnitOfWork unit)
    {
        var code = authority.Value;
        return [.. (await Rows(unit).Where(row => row.Kind == kind && row.Authority == code).OrderBy(row => row.Name).ToListAsync()).Select(Read)];
    }

    public async ValueTask<Practitioner?> FindPractitionerAsync(Guid id, IUnitOfWork unit) =>
        await unit.Lease<DirectoryContext>(DisclosureScope.None).Set<PractitionerRow>().AsNoTracking().SingleOrDefaultAsync(row => row.PractitionerId == id) is { } row
            ? Read(row)
            : null;

    public async ValueTask SaveAsync(JobPass pass, Organisation organisation, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        Check(pass, organisation.ServiceCode);
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var row = await context.Set<OrganisationRow>().SingleOrDefaultAsync(known => known.OrganisationId == organisation.Id);
        if (row is null) context.Add(row = new OrganisationRow { OrganisationId = organisation.Id, Name = organisation.Name });
        row.Kind = organisation.Kind;
        row.Name = organisation.Name;
        row.Agency = organisation.Agency;
        row.Authority = organisation.Authority?.Value;
        row.Phone = organisation.Phone;
        row.Email = organisation.Email;
        row.RegisterCode = organisation.RegisterCode;
        row.Service = organisation.ServiceCode;
        row.Place(organisation.Address);
        (row.State, row.OpenedOn, row.ClosedOn) = (organisation.State, organisation.OpenedOn, organisation.ClosedOn);
        await context.SaveChangesAsync();
    }

    public async ValueTask SaveAsync(JobPass pass, Practitioner practitioner, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(practitioner);
        Check(pass, practitioner.ServiceCode);
        if (practitioner.Availability is { Length: > Practitioner.LongestAvailability })
            throw new ArgumentException($"Availability is at most {Practitioner.LongestAvailability} characters.", nameof(practitioner));
        var contact = new PractitionerContact(practitioner.Name, practitioner.JobTitle, practitioner.Phone, practitioner.Email, practitioner.Availability);
        var closed = documents.Seal(DirectoryPurposes.Practitioner, practitioner.Id, contact, DocumentTypes.Default.PractitionerContact);
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var row = await context.Set<PractitionerRow>().SingleOrDefaultAsync(known => known.PractitionerId == practitioner.Id);
        if (row is null) context.Add(row = new PractitionerRow { PractitionerId = practitioner.Id, ContactSealed = closed });
        row.OrganisationId = practitioner.OrganisationId;
        row.Service = practitioner.ServiceCode;
        row.ContactSealed = closed;
        await context.SaveChangesAsync();
    }

    private static IQueryable<OrganisationRow> Rows(IUnitOfWork unit) => unit.Lease<DirectoryContext>(DisclosureScope.None).Set<OrganisationRow>().AsNoTracking();

    private void Check(JobPass pass, string? service)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        if (!WriteRights.MayWriteServices(pass.Job)) throw new ArgumentException($"The job {pass.Job} may not write organisations.", nameof(pass));
        if (service is not null && catalogue.Find(service) is null) throw new ArgumentException("The service is not in the catalogue.", nameof(service));
    }

    private static Organisation Read(OrganisationRow row) => new()
    {
        Id = row.OrganisationId,
        Kind = row.Kind,
        Name = row.Name,
        Agency = row.Agency,
        Authority = LocalAuthorityCode.TryParse(row.Authority, out var authority) ? authority : null,
        Phone = row.Phone,
        Email = row.Email,
        RegisterCode = row.RegisterCode,
        ServiceCode = row.Service,
        Address = row.Placed(),
        State = row.State,
        OpenedOn = row.OpenedOn,
        ClosedOn = row.ClosedOn,
    };

    private Practitioner? Read(PractitionerRow row) =>
        documents.Open(DirectoryPurposes.Practitioner, row.PractitionerId, row.ContactSealed, DocumentTypes.Default.PractitionerContact) is { } contact
            ? new Practitioner
            {
                Id = row.PractitionerId,
                OrganisationId = row.OrganisationId,
                Name = contact.Name,
                JobTitle = contact.JobTitle,
                ServiceCode = row.Service,
                Phone = contact.Phone,
                Email = contact.Email,
                Availability = contact.Availability,
            }
            : null;
}
