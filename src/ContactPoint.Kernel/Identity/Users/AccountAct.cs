using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>Runs an act of administration: right and session checked inside the transaction, done, audited; a refusal is audited too.</summary>
internal sealed class AccountAct(IUnitOfWorkFactory units, SessionCheck sessions, IAuditTrail trail)
{
    public Task<Result<T>> RunAsync<T>(
        CallerContext by, AuditEventType type, AuditTarget target, Func<KernelContext, IUnitOfWork, ValueTask<Result<T>>> act, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return units.RunAsync(
            async unit =>
            {
                var outcome = await DecideAsync(by, act, unit);
                await trail.AppendAsync(
                    new AuditEvent
                    {
                        Type = type,
                        Actor = AuditActor.Of(by),
                        Outcome = outcome.Succeeded ? AuditOutcome.Granted : AuditOutcome.Refused,
                        Target = target,
                        Detail = new Dictionary<string, object?> { ["refusal"] = outcome.Error?.Code },
                    },
                    unit);
                return outcome;
            },
            cancellation);
    }

    private async ValueTask<Result<T>> DecideAsync<T>(CallerContext by, Func<KernelContext, IUnitOfWork, ValueTask<Result<T>>> act, IUnitOfWork unit)
    {
        if (!by.Holds(Role.SystemAccount)) return GateErrors.OutOfRole;
        if (!await sessions.IsLiveAsync(by, unit)) return GateErrors.SessionEnded;
        return await act(unit.Lease<KernelContext>(DisclosureScope.None), unit);
    }
}
