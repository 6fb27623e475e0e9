using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Feeds.SchoolRoll;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Where files are handed in and looked after.</summary>
internal sealed class FeedDesk(
    IUnitOfWorkFactory units, IRecordGate gate, IOrganisationDirectory organisations, IAuditTrail trail, FeedReceiver receiver, FeedRunner runner, FeedSignal signal,
    FeedViews views, RollCheck check, TimeProvider clock) : IFeeds
{
    private const int LargestPreview = 16 * 1024 * 1024;

    public async Task<Result<IReadOnlyList<FeedSource>>> SourcesAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var schools = await SchoolsAsync(caller, cancellation);
        return schools.Select(school => new FeedSource(school.Id, school.Name, school.RegisterCode)).ToList();
    }

    public async Task<Result<FeedRunSummary>> ApplyAsync(
        CallerContext caller, FeedFile file, FeedOptions options, IProgress<FeedProgress>? progress = null, CancellationToken cancellation = default)
    {
        var received = await ReceiveAsync(caller, file, options, isBackground: false, progress, cancellation);
        if (!received.Succeeded) return received.Error;
        var run = await runner.RunAsync(received.Value.RunId, caller, options.Approved, progress, cancellation);
        return run.Succeeded ? await SummaryAsync(caller, run.Value.RunId, CancellationToken.None) : run.Error;
    }

    public async Task<Result<FeedRunSummary>> QueueAsync(CallerContext caller, FeedFile file, FeedOptions options, CancellationToken cancellation = default)
    {
        var received = await ReceiveAsync(caller, file, options, isBackground: true, null, cancellation);
        if (!received.Succeeded) return received.Error;
        if (received.Value is { State: not (FeedRunState.Queued or FeedRunState.Refused) } known)
            await units.RunAsync(unit => FeedRuns.HandToQueueAsync(known.RunId, options.Approved, unit), cancellation);
        signal.Raise();
        return await SummaryAsync(caller, received.Value.RunId, CancellationToken.None);
    }

    public async Task<Result<FeedRunSummary>> ApproveAsync(CallerContext caller, Guid run, CancellationToken cancellation = default)
    {
        var found = await FindAsync(caller, run, cancellation);
        if (!found.Succeeded) return found.Error;
        var pass = await gate.BeginJobAsync(caller, JobName.FeedApply, cancellation);
        if (!pass.Succeeded) return pass.Error;
        var approved = await units.RunAsync(
            async unit =>
            {
                if (!await FeedRuns.ApproveAsync(run, unit)) return false;
                await trail.AppendAsync(FeedEvents.Approved(caller, (await FeedRuns.FindAsync(run, unit))!), unit);
                return true;
            },
            cancellation);
        if (!approved) return FeedErrors.NotWaiting;
        signal.Raise();
        return await SummaryAsync(caller, run, cancellation);
    }

    public async Task<Result<FeedPreview>> PreviewAsync(CallerContext caller, FeedFile file, CancellationToken cancellation = default)
    {
        var begun = await BeginAsync(caller, file, cancellation);
        if (!begun.Succeeded) return begun.Error;
        var bytes = new byte[LargestPreview + 1];
        var length = await file.Content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length == bytes.Length) return FeedErrors.TooLargeToPreview;
        var plan = await check.RunAsync(file.Source, file.AsAt ?? FeedDay.Today(clock), new MemoryContent(bytes.AsMemory(0, length)), cancellation);
        if (!plan.Succeeded) return new FeedPreview { Error = plan.Error };
        return FeedThresholds.Preview(plan.Value, await units.ReadAsync(unit => FeedRuns.StateAsync(begun.Value, file.Source, unit), cancellation));
    }

    public async Task<Result<FeedRunList>> RunsAsync(CallerContext caller, int page, CancellationToken cancellation = default) =>
        await views.ListAsync(caller, await SchoolsAsync(caller, cancellation), page, cancellation);

    public async Task<Result<FeedRunPage>> RunAsync(CallerContext caller, Guid run, FeedOutcome? only, int page, CancellationToken cancellation = default)
    {
        var found = await FindAsync(caller, run, cancellation);
        return found.Succeeded ? await views.PageAsync(caller, found.Value.Run, found.Value.School, only, page, cancellation) : found.Error;
    }

    public async Task<Result<int>> WriteSourceOutcomesAsync(CallerContext caller, Guid run, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var found = await FindAsync(caller, run, cancellation);
        return found.Succeeded ? await views.WriteForSourceAsync(run, output, cancellation) : found.Error;
    }

    private async Task<Result<FeedRunRow>> ReceiveAsync(
        CallerContext caller, FeedFile file, FeedOptions options, bool isBackground, IProgress<FeedProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var begun = await BeginAsync(caller, file, cancellation);
        if (!begun.Succeeded) return begun.Error;
        progress?.Report(new FeedProgress(Guid.Empty, FeedStage.Receiving, 0, 0));
        return await receiver.ReceiveAsync(caller, file, isBackground, options.Approved, cancellation);
    }

    /// <summary>Asks the gate, then whether the caller may feed for this body.</summary>
    private async Task<Result<JobPass>> BeginAsync(CallerContext caller, FeedFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(file);
        var pass = await gate.BeginJobAsync(caller, JobName.FeedApply, cancellation);
        if (!pass.Succeeded) return pass.Error;
        var school = await units.ReadAsync(unit => organisations.FindAsync(file.Source, unit), cancellation);
        var error = school is not { Kind: OrganisationKind.School } ? FeedErrors.UnknownSource
            : !FeedReach.Reaches(caller, school, clock.GetUtcNow()) ? FeedErrors.NotAllowed
            : file.AsAt > FeedDay.Today(clock) ? FeedErrors.NotYet
            : null;
        if (error is null) return pass.Value;
        await units.RunAsync(unit => trail.AppendAsync(FeedEvents.NotTaken(caller, file.Source, error), unit), CancellationToken.None);
        return error;
    }

    private async Task<Result<(FeedRunRow Run, Organisation School)>> FindAsync(CallerContext caller, Guid run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var (row, school) = await units.ReadAsync(
            async unit => await FeedRuns.FindAsync(run, unit) is { } found ? (found, await organisations.FindAsync(found.Source, unit)) : (null, null), cancellation);
        return row is not null && school is not null && FeedReach.Reaches(caller, school, clock.GetUtcNow()) ? (row, school) : FeedErrors.NoSuchRun;
    }

    private async Task<Result<FeedRunSummary>> SummaryAsync(CallerContext caller, Guid run, CancellationToken cancellation)
    {
        var found = await FindAsync(caller, run, cancellation);
        return found.Succeeded ? await views.SummaryAsync(caller, found.Value.Run, found.Value.School, cancellation) : found.Error;
    }

    private async Task<List<Organisation>> SchoolsAsync(CallerContext caller, CancellationToken cancellation)
    {
        var schools = await units.ReadAsync(unit => organisations.ListAsync(OrganisationKind.School, unit), cancellation);
        return [.. schools.Where(school => FeedReach.Reaches(caller, school, clock.GetUtcNow()))];
    }
}
