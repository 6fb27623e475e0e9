using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Queue.ListQueue;

/// <summary>Lists rows that wait and rows that were decided, page by page through the gate.</summary>
internal sealed class ListQueueHandler(IUnitOfWorkFactory units, IOrganisationDirectory organisations, WaitingRows waiting, FeedFormats formats, IRowGate gate, TimeProvider clock)
{
    private const int PageSize = 25;

    public async Task<Result<QueuePage>> WaitingAsync(CallerContext caller, int page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (rows, hasMore) = await units.ReadAsync(
            async unit =>
            {
                var reach = await ReachAsync(caller, unit);
                var all = (await WaitingRows.AllAsync(unit)).Where(row => reach.ContainsKey(row.Source)).ToList();
                var lines = new List<(QueuedRow Row, Organisation School, Verdict Verdict)>();
                foreach (var row in all.Skip(Math.Max(0, page) * PageSize).Take(PageSize))
                    if (await waiting.VerdictAsync(row, unit) is { Row: not null } verdict) lines.Add((row, reach[row.Source], verdict));
                return (lines, all.Count > (Math.Max(0, page) + 1) * PageSize);
            },
            cancellation);
        var pass = await gate.OpenAsync(caller, new RowsRequest(AuditEvents.QueueListed, [.. rows.Select(row => new RowToShow(row.Row.QueuedId, row.School.Authority))]), cancellation);
        if (!pass.Succeeded) return pass.Error;
        return new QueuePage([.. rows.Select(row => new QueueLine(
            row.Row.QueuedId, row.School.Name, row.Row.Line, row.Row.QueuedAt, QueueNotes.Of(row.Verdict.Why).WhatToDo, pass.Value.Disclose(row.Row.QueuedId, Name(row.Verdict)).Value))], hasMore);
    }

    public async Task<Result<DecidedPage>> DecidedAsync(CallerContext caller, int page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (rows, hasMore) = await units.ReadAsync(
            async unit =>
            {
                var reach = await ReachAsync(caller, unit);
                var sources = reach.Keys.ToArray();
                var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
                var found = await context.Set<DecisionRow>().AsNoTracking().Where(row => sources.Contains(row.Source))
                    .OrderByDescending(row => row.DecidedAt).ThenBy(row => row.DecisionId).Skip(Math.Max(0, page) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
                var lines = new List<(DecisionRow Decision, QueuedRow Row, Verdict Verdict)>();
                foreach (var decision in found.Take(PageSize))
                {
                    var row = await context.Set<QueuedRow>().AsNoTracking().SingleAsync(one => one.QueuedId == decision.QueuedId, cancellation);
                    if (await waiting.VerdictAsync(row, unit) is { Row: not null } verdict) lines.Add((decision, row, verdict));
                }

                return (lines.ConvertAll(line => (line.Decision, line.Row, line.Verdict, School: reach[line.Row.Source])), found.Count > PageSize);
            },
            cancellation);
        var shown = rows.Select(row => new RowToShow(row.Row.QueuedId, row.School.Authority)).Distinct().ToList();
        var pass = await gate.OpenAsync(caller, new RowsRequest(AuditEvents.QueueListed, shown), cancellation);
        if (!pass.Succeeded) return pass.Error;
        return new DecidedPage([.. rows.Select(row => new DecidedLine(
            row.Decision.DecisionId, row.School.Name, row.Row.Line, row.Decision.Choice, row.Decision.DecidedAt, row.Decision.UndoneAt,
            pass.Value.Disclose(row.Row.QueuedId, Name(row.Verdict)).Value))], hasMore);
    }

    private static RowName Name(Verdict verdict) => new(verdict.Row!.Name.Family, verdict.Row.Name.Given, verdict.Row.DateOfBirth.Year);

    private async ValueTask<Dictionary<Guid, Organisation>> ReachAsync(CallerContext caller, IUnitOfWork unit)
    {
        var suppliers = new List<Organisation>();
        foreach (var kind in formats.All.Select(format => format.Supplier).Distinct()) suppliers.AddRange(await organisations.ListAsync(kind, unit));
        return suppliers.Where(school => WaitingRows.Reaches(caller, school, clock.GetUtcNow())).ToDictionary(school => school.Id);
    }
}
