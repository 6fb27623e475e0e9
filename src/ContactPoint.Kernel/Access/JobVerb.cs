using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Access;

/// <summary>Bulk work of registered jobs, by system accounts or stewards.</summary>
internal sealed class JobVerb(IUnitOfWorkFactory units, GateDoor door)
{
    public Task<Result<JobPass>> RunAsync(CallerContext caller, JobName job, CancellationToken cancellation) =>
        units.RunAsync(unit => DecideAsync(caller, job, unit), cancellation);

    private async ValueTask<Result<JobPass>> DecideAsync(CallerContext caller, JobName job, IUnitOfWork unit)
    {
        var ending = door.Watch(caller);
        var detail = new Dictionary<string, object?> { ["job"] = job.Value };
        Refusal? refusal = null;
        if (!await door.IsLiveAsync(caller, unit)) refusal = new Refusal(GateErrors.SessionEnded, Reasons.SessionEnded);
        else if (!RoleReach.MayRun(caller, job, door.Now)) refusal = new Refusal(GateErrors.NoSuchJob, Reasons.OutOfRole);
        if (refusal is not null) return await door.RefuseAsync(caller, AuditEvents.JobBegun, null, refusal, detail, unit);
        var entry = await door.GrantAsync(caller, AuditEvents.JobBegun, null, null, detail, unit);
        return new JobPass(door.Terms(caller, entry, ending), job);
    }
}
