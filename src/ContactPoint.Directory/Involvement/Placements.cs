using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Involvement;

/// <summary>Answers modules where a child is placed, on the terms of the part that shows it.</summary>
internal sealed class Placements : IPlacements
{
    public async ValueTask<IReadOnlyList<Guid>> SchoolsAsync(RecordPass pass, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(unit);
        if (pass.HasEnded || !pass.Granted.Contains(PartKey.School)) return [];
        return await unit.Lease<DirectoryContext>(DisclosureScope.For(pass)).Set<InvolvementRow>().AsNoTracking()
            .Where(row => row.Service == ServiceCatalogue.School.Code && row.EndDate == null && !row.IsSensitive && row.ConfirmedAt != null)
            .OrderBy(row => row.StartDate).Select(row => row.OrganisationId).Distinct().ToListAsync();
    }
}
