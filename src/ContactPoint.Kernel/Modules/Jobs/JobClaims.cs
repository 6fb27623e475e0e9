using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Modules.Jobs;

/// <summary>Which node runs a job for which occasion: one conditional update decides.</summary>
internal sealed class JobClaims(IUnitOfWorkFactory units, IAuditTrail trail, TimeProvider clock)
{
    // A node that ended with its job is waited for no longer than the job may take, and a little for clocks that differ.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Takes the job for its last occasion, unless that was taken. A job that is new here waits for its next.</summary>
    /// <returns>When it was taken, by which <see cref="EndAsync"/> knows the run; null when it was not.</returns>
    public async Task<DateTimeOffset?> TakeAsync(JobSchedule schedule, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = JobOccasions.LastDue(schedule, now);
        var row = await units.ReadAsync(async unit => await Rows(unit).AsNoTracking().SingleOrDefaultAsync(known => known.Key == schedule.Key), cancellation);
        if (row is null)
        {
            await AddAsync(schedule, due, now, cancellation);
            return null;
        }

        var lost = now - schedule.Limit - Grace;
        if (row.Occasion >= due || (row.EndedAt is null && row.StartedAt > lost)) return null;
        var isTaken = await units.RunAsync(
            async unit => await Rows(unit).Where(known => known.Key == schedule.Key && known.Occasion < due && (known.EndedAt != null || known.StartedAt <= lost))
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.Occasion, due).SetProperty(known => known.StartedAt, now)
                    .SetProperty(known => known.EndedAt, (DateTimeOffset?)null).SetProperty(known => known.Outcome, ModuleJobOutcome.Running)) == 1, cancellation);
        return isTaken ? now : null;
    }

    /// <summary>Records how a run ended. A run that another node has given up and begun anew is not ended by this one.</summary>
    /// <param name="schedule">The job.</param>
    /// <param name="taken">When it was taken.</param>
    /// <param name="outcome">How.</param>
    /// <param name="cause">Kind of what it threw; nothing that the module wrote.</param>
    public Task<Guid> EndAsync(JobSchedule schedule, DateTimeOffset taken, ModuleJobOutcome outcome, string? cause) => units.RunAsync(async unit =>
    {
        await Rows(unit).Where(row => row.Key == schedule.Key && row.StartedAt == taken)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, clock.GetUtcNow()).SetProperty(row => row.Outcome, outcome));
        return await trail.AppendAsync(new AuditEvent
        {
            Type = AuditEvents.ModuleJobRan,
            Actor = AuditActor.System,
            Outcome = outcome == ModuleJobOutcome.Done ? AuditOutcome.Granted : AuditOutcome.Failed,
            Detail = new Dictionary<string, object?> { ["job"] = schedule.Key, ["outcome"] = outcome, ["cause"] = cause },
        }, unit);
    });

    private Task<bool> AddAsync(JobSchedule schedule, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellation) => units.RunAsync(async unit =>
    {
        // Another node may have added it meanwhile.
        if (await Rows(unit).AnyAsync(known => known.Key == schedule.Key)) return false;
        var context = unit.Lease<KernelContext>(DisclosureScope.None);
        context.Add(new ModuleJobRow { Key = schedule.Key, Occasion = due, StartedAt = now, EndedAt = now, Outcome = ModuleJobOutcome.None });
        await context.SaveChangesAsync(CancellationToken.None);
        return true;
    }, cancellation);

    private static DbSet<ModuleJobRow> Rows(IUnitOfWork unit) => unit.Lease<KernelContext>(DisclosureScope.None).Set<ModuleJobRow>();
}
