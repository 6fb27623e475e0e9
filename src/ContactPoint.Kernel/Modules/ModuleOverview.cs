using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Modules.Jobs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Modules;

internal sealed class ModuleOverview(ModuleCatalogue modules, IUnitOfWorkFactory units, ISessionCheck sessions, IAuditTrail trail, TimeProvider clock) : IModuleOverview
{
    private static readonly Error NotOperator = new("modules.not-operator", "Only national operations and super-users see how the modules stand.");

    public Task<Result<ModuleList>> ListAsync(CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return units.RunAsync<Result<ModuleList>>(async unit =>
        {
            var granted = await sessions.IsLiveAsync(caller, unit)
                && caller.Scopes.Any(scope => scope.Role is Role.NationalOperations or Role.SuperUser && scope.ExpiresAt > clock.GetUtcNow());
            await trail.AppendAsync(
                new AuditEvent { Type = AuditEvents.ModulesListed, Actor = AuditActor.Of(caller), Outcome = granted ? AuditOutcome.Granted : AuditOutcome.Refused }, unit);
            if (!granted) return NotOperator;
            return new ModuleList(modules.Statuses) { Jobs = await JobsAsync(unit) };
        }, cancellation);
    }

    private async ValueTask<IReadOnlyList<ModuleJobStatus>> JobsAsync(IUnitOfWork unit)
    {
        var rows = await unit.Lease<KernelContext>(DisclosureScope.None).Set<ModuleJobRow>().AsNoTracking().ToDictionaryAsync(row => row.Key, StringComparer.Ordinal);
        return [.. modules.Ready.SelectMany(module => module.Jobs.Select(job => Of(module.Manifest.Name, job.Schedule, rows.GetValueOrDefault(job.Schedule.Key))))];
    }

    private static ModuleJobStatus Of(string module, JobSchedule schedule, ModuleJobRow? row)
    {
        var ran = row is { Outcome: not ModuleJobOutcome.None };
        return new(module, schedule.Key, schedule.Minutes, schedule.At, ran ? row!.StartedAt : null, ran ? row!.EndedAt : null, row?.Outcome ?? ModuleJobOutcome.None);
    }
}
