using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.CorrectRecord;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;

/// <summary>Carries out what a steward decides about a contradiction. One that is settled, hidden or out of reach is not there, and the audit trail tells which.</summary>
internal sealed class SettleContradictionHandler(
    IUnitOfWorkFactory units, IRecordGate gate, ISessionCheck sessions, OpenContradictions open, IChildWriter writer, IAuditTrail trail)
{
    private static readonly AccessStatement Statement = new(Purpose.DataQuality, Relationship.MyAreaOrSetting);

    public async Task<Result<bool>> HandleAsync(CallerContext caller, Guid id, ContradictionChoice choice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var job = await gate.BeginJobAsync(caller, JobName.Correction, cancellation);
        if (!job.Succeeded) return job.Error;
        return await units.RunAsync(
            async unit =>
            {
                var (error, found, change) = await SettleAsync(caller, job.Value, id, choice, unit);
                await trail.AppendAsync(Entry(caller, id, choice, error, found, change), unit);
                return error is null ? true : (Result<bool>)error;
            },
            CancellationToken.None);
    }

    private async ValueTask<(Error? Error, OpenContradiction? Found, CorrectedRecord? Change)> SettleAsync(CallerContext caller, JobPass job, Guid id, ContradictionChoice choice, IUnitOfWork unit)
    {
        if (!await sessions.IsLiveAsync(caller, unit)) return (GateErrors.SessionEnded, null, null);
        if (!Enum.IsDefined(choice) || await open.FindAsync(job, id, unit) is not { } found) return (CorrectionErrors.NoSuchContradiction, null, null);
        if (choice != ContradictionChoice.TakeOver)
        {
            await ContradictionBook.MarkAsync(id, choice == ContradictionChoice.Ask ? ContradictionState.Asked : ContradictionState.SetAside, unit);
            return (null, found, null);
        }

        var taken = CorrectedRecord.Of(found.Record, [found.Says.Value], found.Says.From);
        if (taken is not null && !(await writer.WriteAsync(job, taken.Change.Write, unit)).Succeeded) return (CorrectionErrors.NoSuchContradiction, found, null);
        await ContradictionBook.ForgetFieldAsync(found.Record.Child, found.Row.Field, unit);
        return (null, found, taken);
    }

    private static AuditEvent Entry(CallerContext caller, Guid id, ContradictionChoice choice, Error? error, OpenContradiction? found, CorrectedRecord? change) => new()
    {
        Type = AuditEvents.ContradictionSettled,
        Actor = AuditActor.Of(caller),
        Outcome = error is null ? AuditOutcome.Granted : AuditOutcome.Refused,
        Statement = Statement,
        Child = error is null ? found?.Record.Child : null,
        Reasons = error is null ? [] : [CorrectionReasons.Of(error)],
        Target = change is null ? null : new AuditTarget("child", found!.Record.Child.Value, change.Change.Before, change.Change.After),
        Detail = new Dictionary<string, object?> { ["contradiction"] = id, ["choice"] = choice.ToString(), ["field"] = found?.Row.Field.ToString(), ["source"] = found?.Row.Source },
    };
}
