using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Applies a received file from where it stands to its end: check, threshold, batches, endings. What was committed stays, whatever happens.</summary>
internal sealed partial class FeedRunner(
    IUnitOfWorkFactory units, IRecordGate gate, IAuditTrail trail, FeedSuppliers suppliers, RegisterState states, RegisterBatches registers, IChildIndex index, ISealer sealer,
    FeedRuns runs, FeedFormats formats, FileCheck check, BatchPlanner planner, BatchWriter writer, Endings endings, TimeProvider clock, ILogger<FeedRunner> logger)
{
    /// <summary>Rows of one transaction: at most 200, and few enough that nobody waits for the writer.</summary>
    public const int BatchRows = 100;

    private const int MostTries = 8;

    /// <summary>Applies a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="caller">Whom it runs as.</param>
    /// <param name="isApproved">Whether it goes on past the threshold (FED-5).</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellation">Stops after the batch in hand.</param>
    /// <returns>The run as it stands; <see cref="FeedErrors.Store"/> while the database cannot be written.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the run can be taken up again.</exception>
    public async Task<Result<FeedRunRow>> RunAsync(Guid run, CallerContext caller, bool isApproved, IProgress<FeedProgress>? progress, CancellationToken cancellation)
    {
        FeedRunRow? row = null;
        try
        {
            row = await units.RunAsync(unit => runs.TakeUpAsync(run, isApproved, unit), cancellation);
            if (row is null) return FeedErrors.Busy;
            if (row.State != FeedRunState.Applying) return row;
            if (formats.FormOf(row.Format, row.Profile) is not { } form) return await StopAsync(row, FeedRunState.Failed, FeedErrors.UnknownFormat);
            var source = row.Source;
            var supplier = await units.ReadAsync(unit => suppliers.FindAsync(source, unit), cancellation) ?? throw new InvalidOperationException("The supplier of a run is gone.");
            return await ApplyAsync(row, supplier, supplier.Narrow(form), new FeedPasses(gate, caller, supplier.Job, clock), caller, progress, cancellation);
        }
        catch (FeedStoppedException stopped)
        {
            await StopAsync(row!, FeedRunState.Interrupted, null);
            return stopped.Error;
        }
        catch (OperationCanceledException)
        {
            if (row is not null) await StopAsync(row, FeedRunState.Interrupted, null);
            throw;
        }
        catch (RecordsUnreadableException)
        {
            LogUnreadable(run);
            return await StopAsync(row!, FeedRunState.Failed, FeedErrors.Unreadable);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            LogStore(run, fault.GetType().Name);
            if (row is not null) await NoteAsync(row);
            return FeedErrors.Store;
        }
#pragma warning disable CA1031 // A fault breaks this run off and is said so; what was committed stays and the same file goes on from there.
        catch (Exception fault) when (row is not null)
#pragma warning restore CA1031
        {
            LogFault(run, fault.GetType().Name);
            return await StopAsync(row, FeedRunState.Failed, FeedErrors.Failed);
        }
    }

    private async Task<FeedRunRow> ApplyAsync(
        FeedRunRow row, FeedSupplier supplier, FileForm form, FeedPasses passes, CallerContext caller, IProgress<FeedProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new FeedProgress(row.RunId, FeedStage.Checking, 0, 0));
        var pass = await passes.CurrentAsync(cancellation);
        var content = new SpooledContent(units, sealer, row.RunId, row.FileBytes);
        Result<FilePlan> plan;
        using (FeedSteps.Begin(FeedSteps.Check)) plan = await check.RunAsync(form, row.Source, row.AsAt, content, cancellation);
        if (!plan.Succeeded) return await RefuseAsync(row, caller, plan.Error);
        var state = await units.ReadAsync(unit => states.ReadAsync(pass, supplier, row.Format, plan.Value, unit), cancellation);
        var context = FeedRunContext.Of(row, form, supplier.Body, content, plan.Value, state);
        if (!row.IsChecked)
        {
            row = await PassThresholdAsync(row, context);
            if (row.State != FeedRunState.Applying) return row;
        }

        if (!await ApplyRowsAsync(context, passes, row.Processed, progress, cancellation) || !await EndRowsAsync(row, context, passes, progress, cancellation))
            return await units.ReadAsync(async unit => (await FeedRuns.FindAsync(row.RunId, unit))!, CancellationToken.None);
        var finished = await FinishAsync(row, caller);
        progress?.Report(new FeedProgress(row.RunId, FeedStage.Finished, finished.Rows, finished.Rows));
        return finished;
    }

    private async Task<FeedRunRow> PassThresholdAsync(FeedRunRow row, FeedRunContext context)
    {
        var threshold = FeedThresholds.Of(context.Plan, context.State, context.Semantics);
        var stops = threshold.IsPassed && !row.IsApproved;
        return await units.RunAsync(
            unit => runs.ChangeAsync(
                row.RunId, row.Runner,
                kept =>
                {
                    (kept.Rows, kept.HoldsBackEndings, kept.IsChecked) = (context.Plan.Rows.Count, context.Plan.HasUntold && !context.Form.IsRegister, !stops);
                    if (threshold.IsPassed) (kept.WouldChange, kept.WouldEnd, kept.PreviousRows) = (threshold.Changed, threshold.Ended, threshold.Previous);
                    if (stops) kept.State = FeedRunState.AwaitingApproval;
                },
                unit),
            CancellationToken.None);
    }

    private async Task<bool> ApplyRowsAsync(FeedRunContext context, FeedPasses passes, int processed, IProgress<FeedProgress>? progress, CancellationToken cancellation)
    {
        var total = context.Plan.Rows.Count;
        for (var tries = 0; processed < total;)
        {
            cancellation.ThrowIfCancellationRequested();
            var pass = await passes.CurrentAsync(cancellation);

            var (end, rows) = context.Form.IsRegister
                ? await registers.ApplyAsync(context, pass, processed, BatchRows, cancellation)
                : await BatchAsync(context, pass, processed, cancellation);
            if (end == BatchEnd.TakenOver) return false;
            if (end == BatchEnd.Moved && ++tries == MostTries) throw new InvalidOperationException("The records of a batch keep moving.");
            if (end == BatchEnd.Moved) continue;
            (processed, tries) = (processed + rows, 0);
            progress?.Report(new FeedProgress(context.Run, FeedStage.Applying, processed, total));
        }

        return true;
    }

    private async Task<(BatchEnd End, int Rows)> BatchAsync(FeedRunContext context, JobPass pass, int from, CancellationToken cancellation)
    {
        // Each batch: a child who was shielded a moment ago is known here before a row of hers is matched.
        using (FeedSteps.Begin(FeedSteps.Index)) await index.CatchUpAsync(cancellation);
        PlannedBatch batch;
        using (FeedSteps.Begin(FeedSteps.Plan)) batch = await planner.PlanAsync(context, pass, from, BatchRows, cancellation);
        using (FeedSteps.Begin(FeedSteps.Write)) return (await writer.WriteAsync(context, pass, batch), batch.Effects.Count);
    }

    // A bad extract must close no school: which bodies are missing is counted and told, and nothing else (ADR 0020).
    private async Task<bool> CountMissingAsync(FeedRunRow row, FeedRunContext context)
    {
        var missing = context.Semantics == FeedSemantics.Delta ? 0 : Endings.Missing(context).Count;
        var kept = await units.RunAsync(unit => runs.ChangeAsync(row.RunId, row.Runner, one => one.Ended = missing, unit), CancellationToken.None);
        return kept.Runner == row.Runner;
    }

    private async Task<bool> EndRowsAsync(FeedRunRow row, FeedRunContext context, FeedPasses passes, IProgress<FeedProgress>? progress, CancellationToken cancellation)
    {
        if (context.Form.IsRegister) return await CountMissingAsync(row, context);
        if (context.Plan.HasUntold || context.Semantics == FeedSemantics.Delta) return true;
        using var step = FeedSteps.Begin(FeedSteps.End);
        var missing = Endings.Missing(context);
        var done = 0;
        foreach (var slice in missing.Chunk(BatchRows))
        {
            for (var tries = 0; ; tries++)
            {
                cancellation.ThrowIfCancellationRequested();
                var end = await endings.EndAsync(context, await passes.CurrentAsync(cancellation), slice, context.Plan.Rows.Count, cancellation);
                if (end == BatchEnd.TakenOver) return false;
                if (end == BatchEnd.Written) break;
                if (tries == MostTries) throw new InvalidOperationException("The records of a batch keep moving.");
            }

            progress?.Report(new FeedProgress(row.RunId, FeedStage.Ending, done += slice.Length, missing.Count));
        }

        return true;
    }

    private Task<FeedRunRow> FinishAsync(FeedRunRow row, CallerContext caller) => units.RunAsync(
        async unit =>
        {
            var kept = await runs.ChangeAsync(row.RunId, row.Runner, one => (one.State, one.FinishedAt) = (FeedRunState.Applied, clock.GetUtcNow()), unit);
            if (kept.State == FeedRunState.Applied && kept.Runner == row.Runner) await trail.AppendAsync(FeedEvents.Applied(caller, kept), unit);
            return kept;
        },
        CancellationToken.None);

    private Task<FeedRunRow> RefuseAsync(FeedRunRow row, CallerContext caller, Error error) => units.RunAsync(
        async unit =>
        {
            var kept = await runs.ChangeAsync(
                row.RunId, row.Runner,
                one => (one.State, one.FinishedAt, one.ErrorCode, one.ErrorMessage) = (FeedRunState.Refused, clock.GetUtcNow(), error.Code, error.Message), unit);
            if (kept.State == FeedRunState.Refused) await trail.AppendAsync(FeedEvents.Refused(caller, kept), unit);
            return kept;
        },
        CancellationToken.None);

    private Task<FeedRunRow> StopAsync(FeedRunRow row, FeedRunState state, Error? error) => units.RunAsync(
        unit => runs.ChangeAsync(row.RunId, row.Runner, one => (one.State, one.ErrorCode, one.ErrorMessage) = (state, error?.Code, error?.Message), unit), CancellationToken.None);

    // Where not even this can be written the run stands as applying, and without a sign of life it is nobody's after half a minute.
    private async Task NoteAsync(FeedRunRow row)
    {
        try
        {
            await StopAsync(row, FeedRunState.Interrupted, FeedErrors.Store);
        }
        catch (Exception again) when (StoreFault.Is(again))
        {
            LogStore(row.RunId, again.GetType().Name);
        }
    }

    [LoggerMessage(2202, LogLevel.Error, "Feed run {Run} was broken off: the database cannot be written ({Kind}). It goes on from its last batch.")]
    private partial void LogStore(Guid run, string kind);

    [LoggerMessage(2201, LogLevel.Critical, "Feed run {Run} was stopped: records do not open. A sealing key may be missing.")]
    private partial void LogUnreadable(Guid run);

    [LoggerMessage(2200, LogLevel.Error, "Feed run {Run} was broken off by a fault ({Kind}).")]
    private partial void LogFault(Guid run, string kind);
}
