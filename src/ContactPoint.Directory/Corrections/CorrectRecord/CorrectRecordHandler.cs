using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Corrections.CorrectRecord;

/// <summary>Corrects an open record: by a data steward of the authority that answers for it, under the purpose of keeping data right. What it corrects, no feed changes back (FED-8).</summary>
public sealed class CorrectRecordHandler
{
    private readonly IUnitOfWorkFactory units;
    private readonly ISessionCheck sessions;
    private readonly IRecordGate gate;
    private readonly IChildReader reader;
    private readonly IChildWriter writer;
    private readonly ContradictionBook book;
    private readonly IAuditTrail trail;
    private readonly TimeProvider clock;

    internal CorrectRecordHandler(
        IUnitOfWorkFactory units, ISessionCheck sessions, IRecordGate gate, IChildReader reader, IChildWriter writer, ContradictionBook book, IAuditTrail trail, TimeProvider clock)
    {
        (this.units, this.sessions, this.gate, this.reader) = (units, sessions, gate, reader);
        (this.writer, this.book, this.trail, this.clock) = (writer, book, trail, clock);
    }

    /// <summary>Corrects it: all the fields, or none.</summary>
    /// <param name="command">The open record, and what is right.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>A refusal of <see cref="PassErrors"/>, <see cref="GateErrors"/> or <see cref="CorrectionErrors"/>.</returns>
    public async Task<Result<bool>> HandleAsync(CorrectRecord command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        var values = Refusal(command) is { } early ? early : Values(command);
        if (!values.Succeeded) return await RefuseAsync(command.Pass, values.Error);
        var job = await gate.BeginJobAsync(command.Pass.Caller, JobName.Correction, cancellation);
        if (!job.Succeeded) return job.Error;
        return await units.RunAsync(
            async unit =>
            {
                var done = await WriteAsync(command, values.Value, job.Value, unit);
                if (!done.Succeeded) await trail.AppendAsync(Refused(command.Pass, done.Error), unit);
                return done;
            },
            CancellationToken.None);
    }

    // The authority that answers for a masked record is hidden, and so is whether the caller could correct it: what was not granted is asked for first.
    private static Error? Refusal(CorrectRecord command)
    {
        var pass = command.Pass;
        if (pass.HasEnded) return PassErrors.Ended;
        if (!pass.Granted.Contains(PartKey.Identity) || !pass.Granted.Contains(PartKey.ResponsibleAuthority)) return PassErrors.NotGranted;
        if (command.Values.Any(value => value.Field == CorrectedField.Address) && !pass.Granted.Contains(PartKey.Whereabouts)) return PassErrors.NotGranted;
        return pass.Statement.Purpose == Purpose.DataQuality ? null : CorrectionErrors.WrongPurpose;
    }

    private Result<IReadOnlyList<FieldValue>> Values(CorrectRecord command)
    {
        if (command.Reason == CorrectionReason.None || !Enum.IsDefined(command.Reason)) return CorrectionErrors.NoReason;
        var right = new List<FieldValue>();
        foreach (var given in command.Values.DistinctBy(value => value.Field))
        {
            var value = CorrectionCheck.Of(given, UkDay.Of(clock.GetUtcNow()));
            if (!value.Succeeded) return value.Error;
            right.Add(value.Value);
        }

        return right.Count == 0 ? CorrectionErrors.NothingNew : right;
    }

    private async ValueTask<Result<bool>> WriteAsync(CorrectRecord command, IReadOnlyList<FieldValue> values, JobPass job, IUnitOfWork unit)
    {
        var pass = command.Pass;
        if (pass.HasEnded) return PassErrors.Ended;
        if (!await sessions.IsLiveAsync(pass.Caller, unit)) return GateErrors.SessionEnded;
        if ((await reader.ReadAsync(job, [pass.Child], unit))[0] is not { Identity: not null } record || record.Version != pass.Version) return PassErrors.Moved;
        var now = clock.GetUtcNow();
        if (!pass.Caller.Stewards(record.Authority, now)) return CorrectionErrors.NotResponsible;
        if (CorrectedRecord.Of(record, values, From(pass.Caller, now)) is not { } corrected) return CorrectionErrors.NothingNew;
        if (!(await writer.WriteAsync(job, corrected.Change.Write, unit)).Succeeded) return PassErrors.Moved;
        foreach (var value in values) await book.AgreeAsync(pass.Child, value, unit);
        await book.PutAsync(pass.Child, corrected.Contradictions, unit);
        await trail.AppendAsync(
            new AuditEvent
            {
                Type = AuditEvents.ChildCorrected,
                Actor = AuditActor.Of(pass.Caller),
                Outcome = AuditOutcome.Granted,
                Child = pass.Child,
                Statement = pass.Statement,
                PolicyVersion = pass.PolicyVersion,
                Target = new AuditTarget("child", pass.Child.Value, corrected.Change.Before, corrected.Change.After),
                Detail = new Dictionary<string, object?> { ["opened"] = pass.AuditEntryId, ["reason"] = command.Reason.ToString() },
            },
            unit);
        return true;
    }

    private static Provenance From(CallerContext caller, DateTimeOffset now) => new()
    {
        Kind = SourceKind.DataSteward,
        Source = caller.OrganisationId,
        AsAt = UkDay.Of(now),
        ReceivedAt = now,
    };

    private Task<Error> RefuseAsync(RecordPass pass, Error error) => units.RunAsync(
        async unit =>
        {
            await trail.AppendAsync(Refused(pass, error), unit);
            return error;
        },
        CancellationToken.None);

    private static AuditEvent Refused(RecordPass pass, Error error) => new()
    {
        Type = AuditEvents.ChildCorrected,
        Actor = AuditActor.Of(pass.Caller),
        Outcome = AuditOutcome.Refused,
        Child = pass.Child,
        Statement = pass.Statement,
        Reasons = [CorrectionReasons.Of(error)],
        PolicyVersion = pass.PolicyVersion,
        Detail = new Dictionary<string, object?> { ["opened"] = pass.AuditEntryId },
    };
}
