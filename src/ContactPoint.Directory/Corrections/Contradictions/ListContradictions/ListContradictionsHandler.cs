using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections.Contradictions.ListContradictions;

/// <summary>Lists contradictions, page by page through the gate of rows: what a source's row says is what is shown beside the record.</summary>
internal sealed class ListContradictionsHandler(IUnitOfWorkFactory units, IRecordGate gate, IRowGate rows, OpenContradictions open, IOrganisationDirectory organisations, IChildHandles handles)
{
    private const int PageSize = RosterRequest.PageSize;

    public async Task<Result<ContradictionPage>> HandleAsync(CallerContext caller, int page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var job = await gate.BeginJobAsync(caller, JobName.Correction, cancellation);
        if (!job.Succeeded) return job.Error;
        var (found, names, hasMore) = await units.ReadAsync(
            async unit =>
            {
                var (lines, more) = await open.PageAsync(job.Value, Math.Max(0, page) * PageSize, PageSize, unit);
                var sources = new Dictionary<Guid, string>();
                foreach (var source in lines.Select(line => line.Says.From.Source).Distinct())
                    sources[source] = (await organisations.FindAsync(source, unit))?.Name ?? string.Empty;
                return (lines, sources, more);
            },
            cancellation);
        var asked = found.Select(one => new RowToShow(one.Row.ContradictionId, one.Record.Authority)).ToList();
        var pass = await rows.OpenAsync(caller, new RowsRequest(AuditEvents.ContradictionsListed, asked), cancellation);
        if (!pass.Succeeded) return pass.Error;
        return new ContradictionPage([.. found.Select(one => Line(caller, pass.Value, one, names[one.Says.From.Source]))], hasMore);
    }

    private ContradictionLine Line(CallerContext caller, RowsPass pass, OpenContradiction one, string source)
    {
        var (row, says, name) = (one.Row, one.Says, one.Record.Identity!.Name.Value);
        return new ContradictionLine(
            row.ContradictionId, row.State, row.Since, handles.Issue(caller, one.Record.Child),
            pass.Disclose(row.ContradictionId, new ContradictionValues(name.Family, name.Given, one.Held, says.Value)).Value,
            pass.Disclose(row.ContradictionId, new SourceQuestion(source, says.From.AsAt, says.Line, says.Value)).Value);
    }
}
