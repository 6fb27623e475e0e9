using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>Reads runs for the steward and for the source. Neither view holds a child; the source's is a type of its own (FED-4).</summary>
/// <remarks>
/// A row held for a shield shows in every view as what it would be in a world without the shielded child. Which rows are held stands under seal in the
/// verdicts and is the shield desk's to read, child by child and with an entry: a role alone would make a list of them an oracle (SHD-10, SHD-11).
/// </remarks>
internal sealed class FeedViews(IUnitOfWorkFactory units, FeedFormats formats, TimeProvider clock)
{
    public const int ExportPageSize = 500;

    private const int PageSize = 25;

    public Task<FeedRunList> ListAsync(List<Organisation> suppliers, int page, CancellationToken cancellation) => units.ReadAsync(
        async unit =>
        {
            var names = suppliers.ToDictionary(supplier => supplier.Id);
            var reach = names.Keys.ToArray();
            var rows = await FeedRuns.All(unit).AsNoTracking().Where(row => reach.Contains(row.Source))
                .OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.RunId).Skip(Math.Max(0, page) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
            return new FeedRunList([.. rows.Take(PageSize).Select(row => Summary(row, names[row.Source]))], rows.Count > PageSize);
        },
        cancellation);

    public Task<FeedRunPage> PageAsync(FeedRunRow run, Organisation supplier, FeedOutcome? only, int page, CancellationToken cancellation) => units.ReadAsync(
        async unit =>
        {
            var rows = Outcomes(unit, run.RunId);
            if (only is { } outcome) rows = rows.Where(row => row.Outcome == outcome);
            var found = await rows.OrderBy(row => row.Line).Skip(Math.Max(0, page) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
            var views = found.Take(PageSize).Select(row => new FeedRowView(row.Line, row.Outcome, row.Code, row.Field, row.WhatToDo));
            return new FeedRunPage(Summary(run, supplier), [.. views], found.Count > PageSize);
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

    // Whoever applied it died, or could not write that it stopped. A run of the queue's is taken up again; this one waits for its file.
    private bool IsLeft(FeedRunRow run) => run is { State: FeedRunState.Applying, IsBackground: false } && run.BeatAt < clock.GetUtcNow() - FeedRuns.Silence;

    public FeedRunSummary Summary(FeedRunRow run, Organisation supplier) => new()
    {
        Id = run.RunId,
        Source = run.Source,
        SourceName = supplier.Name,
        FileName = run.FileName,
        Format = run.Format,
        FormatName = formats.Find(run.Format)?.Name ?? run.Format,
        Subject = formats.Find(run.Format)?.Subject ?? FeedSubject.Children,
        Semantics = run.Semantics,
        State = IsLeft(run) ? FeedRunState.Interrupted : run.State,
        AsAt = run.AsAt,
        ReceivedAt = run.ReceivedAt,
        StartedAt = run.StartedAt,
        FinishedAt = run.FinishedAt,
        Rows = run.Rows,
        Processed = run.Processed,
        Counts = new FeedCounts(run.Applied, run.Unchanged, run.Created, run.Queued, run.Rejected, run.Ended),
        Error = run.ErrorCode is null ? null : new Error(run.ErrorCode, run.ErrorMessage ?? string.Empty),
        Threshold = run is { WouldChange: { } changed, WouldEnd: { } ended, PreviousRows: { } previous } ? new FeedThreshold(changed, ended, previous) : null,
        EndingsHeldBack = run.HoldsBackEndings,
    };
}
