using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Queue.ListQueue;

/// <summary>Lists rows that wait and rows that were decided, page by page through the gate.</summary>
internal sealed class ListQueueHandler(IUnitOfWorkFactory units, WaitingRows waiting, IRowGate gate, TimeProvider clock)
{
    private const int PageSize = 25;

    public async Task<Result<QueuePage>> WaitingAsync(CallerContext caller, int page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (rows, hasMore) = await units.ReadAsync(
            async unit =>
            {
                var all = new List<QueuedRow>();
                foreach (var authority in caller.StewardedAt(clock.GetUtcNow())) all.AddRange(await WaitingRows.AllAsync(authority, unit));
                var lines = new List<WaitingRow>();
                foreach (var row in all.Skip(Math.Max(0, page) * PageSize).Take(PageSize))
                    if (await waiting.OpenAsync(row, unit) is { } found) lines.Add(found);
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
                var reach = caller.StewardedAt(clock.GetUtcNow());
                var (isEverywhere, authorities) = (reach.Contains(null), reach.OfType<LocalAuthorityCode>().Select(one => one.Value).ToArray());
                var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
                var found = await context.Set<DecisionRow>().AsNoTracking()
                    .Where(row => isEverywhere || context.Set<OrganisationRow>().Any(one => one.OrganisationId == row.Source && authorities.Contains(one.Authority)))
                    .OrderByDescending(row => row.DecidedAt).ThenBy(row => row.DecisionId).Skip(Math.Max(0, page) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
                var lines = new List<(DecisionRow Decision, WaitingRow Row)>();
                foreach (var decision in found.Take(PageSize))
                {
                    var row = await context.Set<QueuedRow>().AsNoTracking().SingleAsync(one => one.QueuedId == decision.QueuedId, cancellation);
                    if (await waiting.OpenAsync(row, unit) is { } opened) lines.Add((decision, opened));
                }

                return (lines.ConvertAll(line => (line.Decision, line.Row.Row, line.Row.Verdict, line.Row.School)), found.Count > PageSize);
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
}
