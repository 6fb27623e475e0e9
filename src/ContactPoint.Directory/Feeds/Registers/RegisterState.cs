using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Registers;

/// <summary>
/// What a supplier's last file says. Of a register that stands with the bodies themselves: there is one truth of a body, whether the whole register told it or one
/// authority's part.
/// </summary>
internal sealed class RegisterState(RowKeys keys)
{
    /// <param name="pass">The job that compares.</param>
    /// <param name="supplier">Whose file it is.</param>
    /// <param name="format">Key of its format.</param>
    /// <param name="plan">The file that comes in.</param>
    /// <param name="unit">Where to read.</param>
    public async ValueTask<SourceState> ReadAsync(JobPass pass, FeedSupplier supplier, string format, FilePlan plan, IUnitOfWork unit)
    {
        if (supplier.Register is null) return await FeedRuns.StateAsync(pass, supplier.Body.Id, format, unit);
        var (kind, authority) = (supplier.Body.Kind, supplier.Body.Authority?.Value);
        var known = await unit.Lease<DirectoryContext>(DisclosureScope.None).Set<OrganisationRow>().AsNoTracking()
            .Where(row => row.Kind == kind && row.RegisterCode != null && row.RegisterMark != null && (authority == null || row.Authority == authority))
            .Select(row => new { row.RegisterCode, row.RegisterMark, row.State }).ToListAsync();
        var rows = new Dictionary<RowKey, Supplied>();
        foreach (var row in known)
        {
            // A body that closed is missing from nothing: many extracts leave the closed out.
            var key = keys.OfBody(format, row.RegisterCode!);
            if (row.State != OrganisationState.Closed || plan.About.Contains(key)) rows[key] = new Supplied(RowKey.Of(row.RegisterMark), null, Guid.Empty);
        }

        return new SourceState(rows);
    }
}
