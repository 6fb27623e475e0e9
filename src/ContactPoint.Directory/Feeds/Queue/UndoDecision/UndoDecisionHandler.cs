using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Sdk.Shielding;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Queue.UndoDecision;

/// <summary>Undoes a decision in one transaction: record, row and entry. The row waits again.</summary>
internal sealed class UndoDecisionHandler(
    IUnitOfWorkFactory units, ISessionCheck sessions, IRecordGate gate, QueueDoor door, RecordImages images, RecordRestorer restorer, IRevocations revocations, IShieldRegister shields, IAuditTrail trail,
    SealedDocuments documents, TimeProvider clock)
{
    private const int MostTries = 4;
    private static readonly byte[] Nothing = new byte[16];

    public async Task<Result<UndoneDecision>> HandleAsync(CallerContext caller, Guid id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var found = await units.ReadAsync(async unit => await Decisions(unit).AsNoTracking().SingleOrDefaultAsync(row => row.DecisionId == id), cancellation);
        if (found is null) return await door.RefuseAsync(QueueEvents.NotDone(AuditEvents.DecisionUndone, caller, id, FeedReasons.NoSuchDecision), QueueErrors.NoSuchDecision);
        if (await door.ReachesAsync(caller, found.QueuedId, cancellation) is { } refusal)
        {
            var (error, reason) = refusal.Error == QueueErrors.NoSuchRow ? (QueueErrors.NoSuchDecision, FeedReasons.DecisionOfAnother) : refusal;
            return await door.RefuseAsync(QueueEvents.NotDone(AuditEvents.DecisionUndone, caller, id, reason), error);
        }

        var pass = await gate.BeginJobAsync(caller, JobName.FeedDecision, cancellation);
        if (!pass.Succeeded) return pass.Error;
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                return await units.RunAsync(unit => UndoAsync(caller, pass.Value, id, unit), CancellationToken.None);
            }
            catch (QueueMovedException)
            {
            }
        }

        return QueueErrors.Moved;
    }

    private async ValueTask<Result<UndoneDecision>> UndoAsync(CallerContext caller, JobPass pass, Guid id, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var decision = await context.Set<DecisionRow>().AsNoTracking().SingleAsync(row => row.DecisionId == id);
        var row = await context.Set<QueuedRow>().AsNoTracking().SingleAsync(one => one.QueuedId == decision.QueuedId);
        var document = documents.Read(FeedPurposes.Decision, id, decision.DocumentSealed, DecisionTypes.Default.DecisionDocument)!;
        (Error Error, ReasonCode Reason)? refusal = !await sessions.IsLiveAsync(caller, unit) ? (GateErrors.SessionEnded, FeedReasons.SessionEnded)
            : decision.UndoneAt is not null ? (QueueErrors.NoSuchDecision, FeedReasons.NoSuchDecision)
            : Convert.ToInt32(await QueueStatements.CountApplying(unit).Bind(row.Source, clock.GetUtcNow() - FeedRuns.Silence).ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) > 0
                ? (QueueErrors.Busy, FeedReasons.Busy)
            : null;
        var left = new UndoneDecision([]);
        (object? Before, object? After) changed = (null, null);

        // Shielded since, or not to be met by this steward: the decision is taken off the list, and neither record nor row is touched, nor is it said what has changed (SHD-10, SHD-11).
        var isHidden = document.Child != Guid.Empty && (await shields.ReadAsync([new ChildId(document.Child)], unit))[0] is var shield
            && (shield.Level != ShieldLevel.None || shield.BarredUsers.Contains(caller.UserId));
        if (refusal is null && document.Child != Guid.Empty && !isHidden)
        {
            var (undone, before, after) = await RecordAsync(pass, row, document, unit);
            if (undone is null) refusal = (QueueErrors.InUse, FeedReasons.InUse);
            else (left, changed) = (undone, (before, after));
        }

        if (refusal is { } why)
        {
            await trail.AppendAsync(QueueEvents.NotDone(AuditEvents.DecisionUndone, caller, id, why.Reason), unit);
            return why.Error;
        }

        if (document.Child != Guid.Empty && !isHidden) await UnsettleAsync(row, document.Child, unit);
        await QueueStatements.DeleteApart(unit).Bind(id).ExecuteNonQueryAsync();
        if (await QueueStatements.MarkUndone(unit).Bind(clock.GetUtcNow(), caller.UserId, id).ExecuteNonQueryAsync() != 1) throw new QueueMovedException();
        await trail.AppendAsync(QueueEvents.Undone(caller, decision, document, changed.Before, changed.After, left.Left), unit);
        return left;
    }

    private async ValueTask<(UndoneDecision? Undone, object? Before, object? After)> RecordAsync(JobPass pass, QueuedRow row, DecisionDocument document, IUnitOfWork unit)
    {
        var child = new ChildId(document.Child);
        if (await images.OfAsync(pass, child, unit) is not { } now) return (new UndoneDecision(["the record, which is not there or does not open"]), null, null);
        if (document.IsMade)
        {
            if (!Renaming.IsAlone(now.Record, row.Source) || await FeedStatements.FindOtherSource(unit).Bind(child.Value, row.Source).ExecuteScalarAsync() is not (null or DBNull)) return (null, null, null);
            await restorer.RemoveAsync(pass, now.Record, unit);
            await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Record, child.Value), unit);
            return (new UndoneDecision([]), now.Image, null);
        }

        var undo = RecordUndo.Of(document.Before!, document.After!, now.Image);
        await restorer.RestoreAsync(pass, now.Record, undo, document.Before!, unit);
        return (new UndoneDecision([.. undo.Left.Distinct()]), now.Image, document.Before);
    }

    // The row stands for nobody again: as it was decided on, or as its source has sent it since, under whatever key.
    private static async ValueTask UnsettleAsync(QueuedRow row, Guid child, IUnitOfWork unit)
    {
        if (await QueueStatements.Unsettle(unit).Bind(Guid.Empty, row.Source, row.Format, row.RowKey, row.RunId, child).ExecuteNonQueryAsync() > 0) return;
        if (await QueueStatements.UnsettleLater(unit).Bind(Guid.Empty, row.RunId, Nothing, row.Source, row.Format, row.RowKey, child).ExecuteNonQueryAsync() > 0) return;
        await QueueStatements.UnsettleElsewhere(unit).Bind(Guid.Empty, Nothing, row.Source, row.Format, child).ExecuteNonQueryAsync();
    }

    private static DbSet<DecisionRow> Decisions(IUnitOfWork unit) => unit.Lease<DirectoryContext>(DisclosureScope.None).Set<DecisionRow>();
}
