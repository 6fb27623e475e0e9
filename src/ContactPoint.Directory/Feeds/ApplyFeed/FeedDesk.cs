using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Where files are handed in and looked after.</summary>
internal sealed class FeedDesk(
    IUnitOfWorkFactory units, ISessionCheck sessions, IRecordGate gate, FeedSuppliers suppliers, RegisterState states, IAuditTrail trail, FeedReceiver receiver, FeedRunner runner,
    FeedSignal signal, FeedViews views, FeedFormats formats, IModuleSwitch modules, FileTrial trial, TimeProvider clock) : IFeeds
{
    private const int LargestPreview = 16 * 1024 * 1024;

    public async Task<Result<IReadOnlyList<FeedSource>>> SourcesAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var offered = await suppliers.OfferedToAsync(caller, cancellation);
        return offered.Select(supplier => new FeedSource(supplier.Body.Id, supplier.Body.Name, supplier.Body.RegisterCode, formats.FormatsOf(supplier))).ToList();
    }

    public async Task<Result<FeedRunSummary>> ApplyAsync(
        CallerContext caller, FeedFile file, FeedOptions options, IProgress<FeedProgress>? progress = null, CancellationToken cancellation = default)
    {
        var received = await ReceiveAsync(caller, file, options, isBackground: false, progress, cancellation);
        if (!received.Succeeded) return received.Error;
        var run = await runner.RunAsync(received.Value.RunId, caller, options.Approved, progress, cancellation);
        if (!run.Succeeded && run.Error == FeedErrors.Busy) return await RefuseAsync(FeedEvents.NotTaken(caller, file.Source, run.Error, FeedReasons.Busy), run.Error);
        return run.Succeeded ? await SummaryAsync(caller, received.Value.RunId) : run.Error;
    }

    public async Task<Result<FeedRunSummary>> QueueAsync(CallerContext caller, FeedFile file, FeedOptions options, CancellationToken cancellation = default)
    {
        var received = await ReceiveAsync(caller, file, options, isBackground: true, null, cancellation);
        if (!received.Succeeded) return received.Error;
        if (received.Value is { State: not (FeedRunState.Queued or FeedRunState.Refused) } known)
            await units.RunAsync(unit => FeedRuns.HandToQueueAsync(known.RunId, options.Approved, unit), cancellation);
        signal.Raise();
        return await SummaryAsync(caller, received.Value.RunId);
    }

    public async Task<Result<FeedRunSummary>> ApproveAsync(CallerContext caller, Guid run, CancellationToken cancellation = default)
    {
        var found = await FindAsync(caller, run, AuditEvents.FeedRefused, "approve", cancellation);
        if (!found.Succeeded) return found.Error;
        var pass = await gate.BeginJobAsync(caller, found.Value.Supplier.Job, cancellation);
        if (!pass.Succeeded) return pass.Error;
        var refused = await units.RunAsync(
            async unit =>
            {
                (Error Error, ReasonCode Reason)? refusal = !await sessions.IsLiveAsync(caller, unit) ? (GateErrors.SessionEnded, FeedReasons.SessionEnded)
                    : !await FeedRuns.ApproveAsync(run, unit) ? (FeedErrors.NotWaiting, FeedReasons.NotWaiting)
                    : null;
                await trail.AppendAsync(
                    refusal is { } why ? FeedEvents.NotDone(AuditEvents.FeedRefused, caller, run, "approve", why.Reason)
                        : FeedEvents.Approved(caller, (await FeedRuns.FindAsync(run, unit))!), unit);
                return refusal?.Error;
            },
            cancellation);
        if (refused is not null) return refused;
        signal.Raise();
        return await SummaryAsync(caller, run);
    }

    public async Task<Result<FeedPreview>> PreviewAsync(CallerContext caller, FeedFile file, CancellationToken cancellation = default)
    {
        var begun = await BeginAsync(caller, file, cancellation);
        if (!begun.Succeeded) return begun.Error;
        var (pass, supplier, form, semantics) = begun.Value;
        var plan = await trial.RunAsync(file.Content, form, file.Source, file.AsAt ?? UkDay.Today(clock), LargestPreview, cancellation);
        if (plan.Error == FileErrors.TooLarge)
            return await RefuseAsync(FeedEvents.NotTaken(caller, file.Source, FeedErrors.TooLargeToPreview, FeedReasons.TooLarge), FeedErrors.TooLargeToPreview);
        if (!plan.Succeeded) return new FeedPreview { Error = plan.Error };
        return FeedThresholds.Preview(plan.Value, await units.ReadAsync(unit => states.ReadAsync(pass, supplier, form.Format.Key, plan.Value, unit), cancellation), semantics);
    }

    public async Task<Result<FeedRunList>> RunsAsync(CallerContext caller, int page, CancellationToken cancellation = default) =>
        await views.ListAsync((await suppliers.ReachedByAsync(caller, cancellation)).ConvertAll(supplier => supplier.Body), page, cancellation);

    public async Task<Result<FeedRunPage>> RunAsync(CallerContext caller, Guid run, FeedOutcome? only, int page, CancellationToken cancellation = default)
    {
        var found = await FindAsync(caller, run, AuditEvents.FeedRefused, "view", cancellation);
        return found.Succeeded ? await views.PageAsync(found.Value.Run, found.Value.Supplier.Body, only, page, cancellation) : found.Error;
    }

    public async Task<Result<int>> WriteSourceOutcomesAsync(CallerContext caller, Guid run, Stream output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var found = await FindAsync(caller, run, AuditEvents.FeedExported, "export", cancellation);
        if (!found.Succeeded) return found.Error;

        // No entry, no file: it is committed before the first byte leaves.
        var rows = await units.RunAsync(
            async unit =>
            {
                var count = await FeedViews.CountAsync(run, unit);
                await trail.AppendAsync(FeedEvents.Exported(caller, found.Value.Run, count), unit);
                return count;
            },
            cancellation);
        return await views.WriteForSourceAsync(run, rows, output, cancellation);
    }

    private async Task<Result<FeedRunRow>> ReceiveAsync(
        CallerContext caller, FeedFile file, FeedOptions options, bool isBackground, IProgress<FeedProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var begun = await BeginAsync(caller, file, cancellation);
            if (!begun.Succeeded) return begun.Error;
            progress?.Report(new FeedProgress(Guid.Empty, FeedStage.Receiving, 0, 0));
            return await receiver.ReceiveAsync(caller, file, begun.Value.Form, begun.Value.Semantics, isBackground, options.Approved, cancellation);
        }
        catch (Exception fault) when (StoreFault.Is(fault))
        {
            return FeedErrors.Store;
        }
    }

    /// <summary>Asks the gate, then whether the caller may feed for this body.</summary>
    private async Task<Result<Begun>> BeginAsync(CallerContext caller, FeedFile file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(file);
        var supplier = await units.ReadAsync(unit => suppliers.FindAsync(file.Source, unit), cancellation);
        var pass = await gate.BeginJobAsync(caller, supplier?.Job ?? JobName.FeedApply, cancellation);
        if (!pass.Succeeded) return pass.Error;
        var form = supplier is null ? FeedErrors.UnknownSource : formats.FormOf(file, supplier);
        (Error Error, ReasonCode Reason)? refusal = supplier is null || formats.FormatsOf(supplier).Count == 0 ? (FeedErrors.UnknownSource, FeedReasons.UnknownSource)
            : !FeedReach.Reaches(caller, supplier, clock.GetUtcNow()) ? (FeedErrors.NotAllowed, FeedReasons.SourceOfAnother)
            : supplier.HasClosed ? (FeedErrors.ClosedSource, FeedReasons.SourceClosed)
            : form.Error is { } unreadable ? (unreadable, FeedReasons.WrongFormat)
            : await SwitchedAsync(form.Value.Form.Format, supplier.Body, cancellation) is { } off ? (off, FeedReasons.ModuleOff)
            : file.AsAt > UkDay.Today(clock) ? (FeedErrors.NotYet, FeedReasons.NotYet)
            : null;
        return refusal is { } why
            ? await RefuseAsync(FeedEvents.NotTaken(caller, file.Source, why.Error, why.Reason), why.Error)
            : new Begun(pass.Value, supplier!, form.Value.Form, form.Value.Semantics);
    }

    // The format is the module's, and the module is the authority's to switch (MOD-3).
    private async ValueTask<Error?> SwitchedAsync(FeedFormat format, Organisation supplier, CancellationToken cancellation) =>
        await modules.StateAsync(format.Key.Split('.')[0], supplier.Authority, cancellation) switch
        {
            ModuleSwitchState.On => null,
            ModuleSwitchState.ReadOnly => SwitchErrors.ReadOnly,
            _ => SwitchErrors.Off,
        };

    private async Task<Error> RefuseAsync(AuditEvent entry, Error error)
    {
        await units.RunAsync(unit => trail.AppendAsync(entry, unit), CancellationToken.None);
        return error;
    }

    /// <summary>The run, when it is there and within the caller's reach: one answer for both, and an entry that tells them apart.</summary>
    private async Task<Result<(FeedRunRow Run, FeedSupplier Supplier)>> FindAsync(CallerContext caller, Guid run, AuditEventType type, string act, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!await units.ReadAsync(unit => sessions.IsLiveAsync(caller, unit), cancellation))
            return await RefuseAsync(FeedEvents.NotDone(type, caller, run, act, FeedReasons.SessionEnded), GateErrors.SessionEnded);
        var (row, supplier) = await LookUpAsync(run, cancellation);
        if (row is not null && supplier is not null && FeedReach.Reaches(caller, supplier, clock.GetUtcNow())) return (row, supplier);
        var reason = row is null ? FeedReasons.NoSuchRun : FeedReasons.RunOfAnother;
        return await RefuseAsync(FeedEvents.NotDone(type, caller, run, act, reason), FeedErrors.NoSuchRun);
    }

    private Task<(FeedRunRow? Run, FeedSupplier? Supplier)> LookUpAsync(Guid run, CancellationToken cancellation) => units.ReadAsync<(FeedRunRow?, FeedSupplier?)>(
        async unit => await FeedRuns.FindAsync(run, unit) is { } found ? (found, await suppliers.FindAsync(found.Source, unit)) : (null, null), cancellation);

    // Of a run that the caller has just acted on.
    private async Task<Result<FeedRunSummary>> SummaryAsync(CallerContext caller, Guid run)
    {
        var (row, supplier) = await LookUpAsync(run, CancellationToken.None);
        return views.Summary(row!, supplier!.Body);
    }

    private sealed record Begun(JobPass Pass, FeedSupplier Supplier, FileForm Form, FeedSemantics Semantics);
}
