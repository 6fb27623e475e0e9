using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>Reads runs for the steward and for the source. Neither view holds a child; the source's is a type of its own (FED-4).</summary>
internal sealed class FeedViews(IUnitOfWorkFactory units, ISealer sealer, TimeProvider clock)
{
    public const int ExportPageSize = 500;

    private const int PageSize = 25;

    public Task<FeedRunList> ListAsync(CallerContext caller, List<Organisation> schools, int page, CancellationToken cancellation) => units.ReadAsync(
        async unit =>
        {
            var names = schools.ToDictionary(school => school.Id);
            var reach = names.Keys.ToArray();
            var rows = await FeedRuns.All(unit).AsNoTracking().Where(row => reach.Contains(row.Source))
                .OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.RunId).Skip(Math.Max(0, page) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
            var runs = new List<FeedRunSummary>();
            foreach (var row in rows.Take(PageSize)) runs.Add(Summary(row, names[row.Source], await HeldAsync(caller, row, names[row.Source], unit)));
            return new FeedRunList(runs, rows.Count > PageSize);
        },
        cancellation);

    public Task<FeedRunSummary> SummaryAsync(CallerContext caller, FeedRunRow run, Organisation school, CancellationToken cancellation) =>
        units.ReadAsync(async unit => Summary(run, school, await HeldAsync(caller, run, school, unit)), cancellation);

    public Task<FeedRunPage> PageAsync(CallerContext caller, FeedRunRow run, Organisation school, FeedOutcome? only, int page, CancellationToken cancellation) => units.ReadAsync(
        async unit =>
        {
            var held = await HeldAsync(caller, run, school, unit);
            var rows = Outcomes(unit, run.RunId);
            if (only == FeedOutcome.Held)
            {
                var lines = held.Keys.ToArray();
                rows = rows.Where(row => lines.Contains(row.Line));
            }
            else if (only is { } outcome)
            {
                var lines = held.Keys.ToArray();
                rows = rows.Where(row => row.Outcome == outcome && !lines.Contains(row.Line));
            }

            var found = await rows.OrderBy(row => row.Line).Skip(Math.Max(0, page) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
            var views = found.Take(PageSize).Select(row => new FeedRowView(row.Line, held.ContainsKey(row.Line) ? FeedOutcome.Held : row.Outcome, row.Code, row.Field, row.WhatToDo));
            return new FeedRunPage(Summary(run, school, held), [.. views], found.Count > PageSize);
        },
        cancellation);

    /// <summary>How many rows of a run have been decided.</summary>
    public static Task<int> CountAsync(Guid run, IUnitOfWork unit) => Outcomes(unit, run).CountAsync();

    /// <summary>The outcome file for the source. A row that waits has a note for the steward alone: the source sees it accepted and no more.</summary>
    /// <remarks>Each page is a read of its own: however slowly the file is taken, no snapshot of the database stays open. A row never changes once decided.</remarks>
    public async Task<int> WriteForSourceAsync(Guid run, int rows, Stream output, CancellationToken cancellation)
    {
        await using var file = new SourceOutcomeFile(output);
        await file.BeginAsync();
        for (var after = 0; file.Rows < rows;)
        {
            var (from, most) = (after, Math.Min(ExportPageSize, rows - file.Rows));
            var page = await units.ReadAsync(
                async unit => await Outcomes(unit, run).Where(row => row.Line > from).OrderBy(row => row.Line).Take(most).ToListAsync(cancellation), cancellation);
            if (page.Count == 0) break;
            foreach (var row in page) await file.WriteAsync(ForSource(row));
            after = page[^1].Line;
        }

        return file.Rows;
    }

    private static SourceRowView ForSource(FeedOutcomeRow row) => row.Told == SourceOutcome.Rejected
        ? new SourceRowView(row.Line, row.Told, row.Code, row.Field, row.WhatToDo)
        : new SourceRowView(row.Line, row.Told, null, null, null);

    private static IQueryable<FeedOutcomeRow> Outcomes(IUnitOfWork unit, Guid run) =>
        unit.Lease<DirectoryContext>(DisclosureScope.None).Set<FeedOutcomeRow>().AsNoTracking().Where(row => row.RunId == run);

    /// <summary>The rows held for a shield, and what a steward without clearance sees of them; none for such a steward.</summary>
    private async ValueTask<Dictionary<int, FeedOutcome>> HeldAsync(CallerContext caller, FeedRunRow run, Organisation school, IUnitOfWork unit)
    {
        var held = new Dictionary<int, FeedOutcome>();
        if (!FeedReach.IsCleared(caller, school, clock.GetUtcNow())) return held;
        var verdicts = unit.Lease<DirectoryContext>(DisclosureScope.None).Set<FeedVerdictRow>().AsNoTracking().Where(row => row.RunId == run.RunId);
        await foreach (var row in verdicts.AsAsyncEnumerable())
            if (Verdict.Open(sealer, row.VerdictId, row.VerdictSealed) is { Truth: FeedOutcome.Held } verdict) held[row.Line] = verdict.Seen;
        return held;
    }

    private static FeedRunSummary Summary(FeedRunRow run, Organisation school, Dictionary<int, FeedOutcome> held) => new()
    {
        Id = run.RunId,
        Source = run.Source,
        SourceName = school.Name,
        FileName = run.FileName,
        Kind = run.Kind,
        State = run.State,
        AsAt = run.AsAt,
        ReceivedAt = run.ReceivedAt,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        Rows = run.Rows,
        Processed = run.Processed,
        Counts = CountsOf(run, held),
        Error = run.ErrorCode is null ? null : new Error(run.ErrorCode, run.ErrorMessage ?? string.Empty),
        Threshold = run is { WouldChange: { } changed, WouldEnd: { } ended, PreviousRows: { } previous } ? new FeedThreshold(changed, ended, previous) : null,
        EndingsHeldBack = run.HoldsBackEndings,
    };

    private static FeedCounts CountsOf(FeedRunRow run, Dictionary<int, FeedOutcome> held)
    {
        int Seen(FeedOutcome outcome) => held.Values.Count(seen => seen == outcome);
        return new FeedCounts(
            run.Applied - Seen(FeedOutcome.Applied), run.Unchanged - Seen(FeedOutcome.Unchanged), run.Created - Seen(FeedOutcome.Created),
            run.Queued - Seen(FeedOutcome.Queued), held.Count, run.Rejected, run.Ended);
    }
}
