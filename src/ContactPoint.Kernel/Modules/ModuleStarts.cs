using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Modules;

/// <summary>Records how each module came out of the start: one entry a module.</summary>
public sealed class ModuleStarts
{
    private readonly IUnitOfWorkFactory units;
    private readonly IAuditTrail trail;

    internal ModuleStarts(IUnitOfWorkFactory units, IAuditTrail trail) => (this.units, this.trail) = (units, trail);

    /// <summary>Records it, once the tables were looked at.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    public async Task RecordAsync(ModuleCatalogue modules, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var statuses = modules.Statuses;
        if (statuses.Count == 0) return;
        await units.RunAsync(async unit =>
        {
            foreach (var status in statuses) await trail.AppendAsync(Entry(status), unit);
            return statuses.Count;
        }, cancellation);
    }

    private static AuditEvent Entry(ModuleStatus status) => new()
    {
        Type = AuditEvents.ModuleStarted,
        Actor = AuditActor.System,
        Outcome = status.State switch
        {
            ModuleState.Ready => AuditOutcome.Granted,
            ModuleState.Malfunctioned or ModuleState.PendingMigration => AuditOutcome.Failed,
            _ => AuditOutcome.Refused,
        },
        Detail = new Dictionary<string, object?>
        {
            ["folder"] = status.Folder,
            ["module"] = status.Key,
            ["version"] = status.Version,
            ["publisher"] = status.Publisher,
            ["state"] = status.State,
            ["reason"] = status.Reason,
        },
    };
}
