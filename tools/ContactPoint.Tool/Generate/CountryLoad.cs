using ContactPoint.Directory.Data;
using ContactPoint.Directory.Load;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Synthetic;
using ContactPoint.Synthetic.Services;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Generate;

/// <summary>
/// Loads a synthetic country into an empty database. Batches are sealed ahead on the other cores, in order, and written by one; each transaction
/// keeps how far it came, so a run that was killed goes on from there when it is given again. One audit entry for the run.
/// </summary>
internal sealed class CountryLoad(ToolHost host, CallerContext caller, SyntheticCountry country)
{
    private const int Neighbourhoods = 40;
    private static readonly int Ahead = Environment.ProcessorCount + 1;
    private readonly IUnitOfWorkFactory units = host.Get<IUnitOfWorkFactory>();
    private readonly IBulkLoad load = host.Get<IBulkLoad>();
    private readonly IUnfinishedLoad unfinished = host.Get<IUnfinishedLoad>();
    private readonly ILoadMode mode = host.Get<ILoadMode>();
    private readonly CountryWrites writes = new(country, new SyntheticServices(country), host.Get<TimeProvider>().GetUtcNow());
    private readonly JobPasses passes = new(host.Get<IRecordGate>, _ => Task.FromResult(caller), host.Get<TimeProvider>(), JobName.SyntheticLoad);

    /// <summary>Children written by this run; a run that went on counts its own only.</summary>
    public async Task<Result<CountryLoaded>> RunAsync(IToolProgress progress, CancellationToken cancellation)
    {
        var pass = await passes.AskAsync(cancellation);
        if (!pass.Succeeded) return pass.Error;
        var begun = await units.RunAsync(unit => BeginAsync(pass.Value, unit), cancellation);
        if (!begun.Succeeded) return begun.Error;
        var quick = await mode.BeginAsync(pass.Value, cancellation);
        if (!quick.Succeeded) return quick.Error;
        Result<long> written;
        Result<LoadedIndex> index;
        try
        {
            written = await WriteAsync(begun.Value, progress, cancellation);
            if (!written.Succeeded) return written.Error;
            index = await IndexAsync(progress, cancellation);
            if (!index.Succeeded) return index.Error;
        }
        finally
        {
            await mode.EndAsync();
        }

        var last = await passes.AskAsync(cancellation);
        if (!last.Succeeded) return last.Error;
        var kept = await load.KeepAsync(last.Value, index.Value);
        if (!kept.Succeeded) return kept.Error;
        var finished = await units.RunAsync(unit => FinishAsync(last.Value, unit), cancellation);
        return finished.Succeeded ? new CountryLoaded(written.Value, begun.Value > 0) : finished.Error;
    }

    // Where to begin: neighbourhoods from 0, or those that the run before did not reach.
    private async ValueTask<Result<long>> BeginAsync(JobPass pass, IUnitOfWork unit)
    {
        if (await unfinished.ReadAsync(unit) is { } place)
        {
            if (LoadPlace.Parse(place) is not { } known || known.Seed != country.Seed || known.Children != country.ChildCount) return GenerateErrors.OtherLoad(place);
            var again = await load.BeginAsync(pass, unit);
            return again.Succeeded ? known.Next : again.Error;
        }

        if (!await load.IsEmptyAsync(unit)) return GenerateErrors.NotEmpty;
        var marked = await host.Get<ISyntheticMarker>().SetAsync(pass, unit);
        if (!marked.Succeeded) return marked.Error;
        var begun = await load.BeginAsync(pass, unit);
        if (!begun.Succeeded) return begun.Error;
        var staffed = await load.WriteAsync(
            pass, [.. writes.Services.Organisations().Select(one => CountryOrganisations.Of(country, one))], [.. writes.Services.Practitioners().Select(one => CountryOrganisations.Of(country, one))], unit);
        if (!staffed.Succeeded) return staffed.Error;
        var noted = await unfinished.WriteAsync(pass, new LoadPlace(country.Seed, country.ChildCount, 0).ToString(), unit);
        return noted.Succeeded ? 0L : noted.Error;
    }

    private async Task<Result<long>> WriteAsync(long from, IToolProgress progress, CancellationToken cancellation)
    {
        var sealing = new Queue<Task<SealedChildren>>();
        var (next, done) = (from, 0L);
        for (var at = from; at < country.NeighbourhoodCount || sealing.Count > 0;)
        {
            var pass = await passes.AskAsync(cancellation);
            if (!pass.Succeeded) return pass.Error;
            while (at < country.NeighbourhoodCount && sealing.Count < Ahead)
            {
                var first = at;
                at = Math.Min(at + Neighbourhoods, country.NeighbourhoodCount);
                var end = at;
                sealing.Enqueue(Task.Run(() => Seal(pass.Value, first, end), cancellation));
            }

            using var batch = await sealing.Dequeue();
            next = Math.Min(next + Neighbourhoods, country.NeighbourhoodCount);
            var written = await units.RunAsync(unit => StepAsync(pass.Value, batch, next, unit), cancellation);
            if (!written.Succeeded) return written.Error;
            done += batch.Count;
            progress.Report(Math.Min(next * SyntheticCountry.ChildrenOfNeighbourhood, country.ChildCount), country.ChildCount);
        }

        return done;
    }

    // One child at a time: what is dropped at once costs the collector nothing.
    private SealedChildren Seal(JobPass pass, long first, long end) => load.Seal(pass, Numbers(first, end).SelectMany(writes.Of));

    private static IEnumerable<long> Numbers(long first, long end)
    {
        for (var number = first; number < end; number++) yield return number;
    }

    private async ValueTask<Result<bool>> StepAsync(JobPass pass, SealedChildren batch, long next, IUnitOfWork unit)
    {
        var written = await load.WriteAsync(pass, batch, unit);
        return written.Succeeded ? await unfinished.WriteAsync(pass, new LoadPlace(country.Seed, country.ChildCount, next).ToString(), unit) : written;
    }

    // The database builds its indexes on one core, the search index is made on the other.
    private async Task<Result<LoadedIndex>> IndexAsync(IToolProgress progress, CancellationToken cancellation)
    {
        var pass = await passes.AskAsync(cancellation);
        if (!pass.Succeeded) return pass.Error;
        progress.Begin("Indexing");
        var search = Task.Run(() => new CountryIndex(country, writes, load).Build(pass.Value, progress, cancellation), cancellation);
        var finished = await units.RunAsync(unit => load.FinishAsync(pass.Value, unit), cancellation);
        var index = await search;
        return finished.Succeeded ? index : finished.Error;
    }

    private async ValueTask<Result<bool>> FinishAsync(JobPass pass, IUnitOfWork unit)
    {
        await host.Get<IAuditTrail>().AppendAsync(
            new AuditEvent
            {
                Type = AuditEvents.ChildCreated,
                Actor = AuditActor.Of(pass.Caller),
                Outcome = AuditOutcome.Granted,
                Detail = new Dictionary<string, object?>
                {
                    ["job"] = pass.Job.Value,
                    ["synthetic"] = true,
                    ["seed"] = country.Seed,
                    ["children"] = country.ChildCount,
                    ["organisations"] = writes.Services.OrganisationCount,
                    ["practitioners"] = writes.Services.PractitionerCount,
                },
            },
            unit);
        return await unfinished.WriteAsync(pass, null, unit);
    }
}

/// <summary>What a load did.</summary>
/// <param name="Children">Children that this run wrote.</param>
/// <param name="WentOn">True when it went on from a run that was broken off.</param>
internal sealed record CountryLoaded(long Children, bool WentOn);
