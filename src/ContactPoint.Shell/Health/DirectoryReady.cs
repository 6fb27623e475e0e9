using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Audit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ContactPoint.Shell.Health;

/// <summary>Whether this node can serve people: the database answers, and the search index is built, so that no search has to wait for it.</summary>
/// <remarks>A fault is the health service's to catch: it counts as not ready.</remarks>
internal sealed class DirectoryReady(ILedgerSealer ledger, IChildIndex index) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!index.IsReady) return HealthCheckResult.Unhealthy("The search index is being built.");

        // A read of one row that every provider answers at once; what it says does not matter here.
        await ledger.LastEntryAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
