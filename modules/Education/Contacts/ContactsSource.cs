using ContactPoint.Modules.Education.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Education.Contacts;

/// <summary>Reads the part: the people of the school that the pass lets be known, and of no other.</summary>
public sealed class ContactsSource(IPlacements placements, ISealer sealer) : IPartSource
{
    /// <summary>The part.</summary>
    public static readonly PartKey Part = new("education.contacts");

    /// <inheritdoc/>
    public IReadOnlyCollection<PartKey> Parts { get; } = [Part];

    /// <inheritdoc/>
    public async ValueTask<PartReading> ReadAsync(RecordPass pass, PartKey part, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        var schools = await placements.SchoolsAsync(pass, unit);
        if (schools.Count == 0) return new PartReading(pass.Version, new Undisclosed<object?>(null));
        var rows = await unit.Lease<EducationContext>(DisclosureScope.None).Set<ContactRow>().AsNoTracking()
            .Where(row => schools.Contains(row.OrganisationId)).OrderBy(row => row.Function).ToListAsync();
        var contacts = rows.Select(row => new ContactEntry(row.Function, row.Version, SealedContacts.Open(sealer, row))).Where(entry => entry.Contact is not null).ToList();
        return new PartReading(pass.Version, new Undisclosed<object?>(contacts.Count == 0 ? null : new ContactsPart(contacts)));
    }
}
