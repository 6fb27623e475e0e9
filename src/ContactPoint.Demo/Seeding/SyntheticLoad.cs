using ContactPoint.Demo.Families;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Organisations;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Demo.Seeding;

/// <summary>Loads the population in one transaction, with one audit entry for the run.</summary>
internal sealed class SyntheticLoad(
    IRecordGate gate, IUnitOfWorkFactory units, ISyntheticMarker marker, IOrganisationDirectory organisations, IChildWriter children, IAuditTrail trail, TimeProvider clock)
{
    private const int ReportEvery = 50;

    public async Task<Result<int>> RunAsync(CallerContext caller, Population population, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        var begun = await gate.BeginJobAsync(caller, JobName.SyntheticLoad, cancellation);
        if (!begun.Succeeded) return begun.Error;
        return await units.RunAsync(unit => LoadAsync(begun.Value, population, progress, unit), cancellation);
    }

    private async ValueTask<Result<int>> LoadAsync(JobPass pass, Population population, IProgress<DemoProgress>? progress, IUnitOfWork unit)
    {
        foreach (var kind in Enum.GetValues<OrganisationKind>())
            if ((await organisations.ListAsync(kind, unit)).Count > 0) return DemoErrors.NotSynthetic;
        var marked = await marker.SetAsync(pass, unit);
        if (!marked.Succeeded) return DemoErrors.NotSynthetic;

        foreach (var organisation in population.Country.Organisations) await organisations.SaveAsync(pass, organisation, unit);
        foreach (var practitioner in population.Country.Practitioners) await organisations.SaveAsync(pass, practitioner, unit);
        await WriteChildrenAsync(pass, population, progress, unit);
        await trail.AppendAsync(
            new AuditEvent
            {
                Type = AuditEvents.ChildCreated,
                Actor = AuditActor.Of(pass.Caller),
                Outcome = AuditOutcome.Granted,
                Detail = new Dictionary<string, object?>
                {
                    ["job"] = pass.Job.Value,
                    ["synthetic"] = true,
                    ["children"] = population.Children.Count,
                    ["organisations"] = population.Country.Organisations.Count(),
                    ["practitioners"] = population.Country.Practitioners.Count(),
                },
            },
            unit);
        return population.Children.Count;
    }

    private async ValueTask WriteChildrenAsync(JobPass pass, Population population, IProgress<DemoProgress>? progress, IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        var writes = new ChildWrites(DateOnly.FromDateTime(now.UtcDateTime), now);
        for (var i = 0; i < population.Children.Count; i++)
        {
            var written = await children.WriteAsync(pass, writes.For(population.Children[i]), unit);
            if (!written.Succeeded) throw new InvalidOperationException($"A synthetic child could not be written: {written.Error.Code}.");
            if ((i + 1) % ReportEvery == 0) progress?.Report(new DemoProgress("children", i + 1, population.Children.Count));
        }
    }
}
