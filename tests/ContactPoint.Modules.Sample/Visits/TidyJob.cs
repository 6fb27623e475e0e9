using ContactPoint.Modules.Sample.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Modules.Sample.Visits;

/// <summary>Takes away the visits of more than a year ago. Tests have it throw or hang.</summary>
public sealed class TidyJob(IUnitOfWorkFactory units, TimeProvider clock) : IModuleJob
{
    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (IsSet("Throws")) throw new InvalidOperationException("a detail for the log alone");
        if (IsSet("Hangs"))
        {
            AppContext.SetSwitch("ContactPoint.Modules.Sample.Job.Hanging", true);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        }

        var before = clock.GetUtcNow().AddYears(-1);
        await units.RunAsync(async unit => await unit.Lease<SampleContext>(DisclosureScope.None).Set<Visit>().Where(visit => visit.At < before).ExecuteDeleteAsync(), cancellation);
    }

    private static bool IsSet(string name) => AppContext.TryGetSwitch($"ContactPoint.Modules.Sample.Job.{name}", out var set) && set;
}
