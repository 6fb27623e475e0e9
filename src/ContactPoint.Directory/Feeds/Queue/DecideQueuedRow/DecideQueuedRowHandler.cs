using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Sdk.Shielding;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;

/// <summary>Carries a decision out: record, row, what undoes it and the audit entry in one transaction. Of two stewards the first wins, and the other is told.</summary>
internal sealed class DecideQueuedRowHandler(
    IUnitOfWorkFactory units, ISessionCheck sessions, IRecordGate gate, QueueDoor door, DecisionPlanner planner, RecordImages images, IChildWriter writer, IChildHandles handles,
    IShieldRegister shields, IAuditTrail trail, SealedDocuments documents, IChildIndex index, IIdSource ids, TimeProvider clock)
{
    private const int MostTries = 4;

    public async Task<Result<Guid>> HandleAsync(CallerContext caller, QueueDecision decision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(decision);
        ChildId? chosen = decision.Candidate is { } handle && decision.Choice != QueueChoice.New ? handles.Resolve(caller, handle) : null;
        if (await units.ReadAsync(unit => StandingAsync(decision, chosen, unit), cancellation) is { } standing) return await AgainAsync(caller, standing, cancellation);
        var found = await door.FindAsync(caller, decision.Row, AuditEvents.QueuedRowDecided, cancellation);
        if (!found.Succeeded) return found.Error;
        if (decision.Choice == QueueChoice.NotTheSame && chosen is { } ruledOut && await units.ReadAsync(unit => RuledOutAsync(found.Value, ruledOut, unit), cancellation) is { } before) return before;
        var pass = await gate.BeginJobAsync(caller, JobName.FeedDecision, cancellation);
        if (!pass.Succeeded) return pass.Error;

        // Who was shielded a moment ago is known before it is asked whom the row may mean.
        await index.CatchUpAsync(cancellation);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var plan = await units.ReadAsync(unit => planner.PlanAsync(pass.Value, found.Value, decision.Choice, chosen, unit), cancellation);
            if (!plan.Succeeded) return await door.RefuseAsync(QueueEvents.NotDone(AuditEvents.QueuedRowDecided, caller, decision.Row, FeedReasons.NoSuchCandidate), plan.Error);
            try
            {
                return await units.RunAsync(unit => WriteAsync(caller, pass.Value, found.Value, decision.Choice, plan.Value, unit), CancellationToken.None);
            }
            catch (QueueMovedException)
            {
            }
        }

        return QueueErrors.Moved;
    }

    private async ValueTask<Result<Guid>> WriteAsync(CallerContext caller, JobPass pass, WaitingRow row, QueueChoice choice, DecisionPlan plan, IUnitOfWork unit)
    {
        (Error Error, ReasonCode Reason)? refusal = !await sessions.IsLiveAsync(caller, unit) ? (GateErrors.SessionEnded, FeedReasons.SessionEnded)
            : await CountAsync(QueueStatements.CountApplying(unit).Bind(row.Row.Source, clock.GetUtcNow() - FeedRuns.Silence)) > 0 ? (QueueErrors.Busy, FeedReasons.Busy)
            : choice == QueueChoice.Link && await CountAsync(QueueStatements.CountOfChild(unit).Bind(row.Row.Source, row.Row.Format, (plan.Chosen ?? plan.Child)!.Value.Value)) > 0 ? (QueueErrors.Taken, FeedReasons.Taken)
            : await QueueStatements.Settle(unit).Bind(plan.Child?.Value ?? Guid.Empty, row.Row.Source, row.Row.Format, row.Row.RowKey, row.Row.RunId, Guid.Empty).ExecuteNonQueryAsync() != 1 ? (QueueErrors.Decided, FeedReasons.Decided)
            : null;
        if (refusal is { } why)
        {
            await trail.AppendAsync(QueueEvents.NotDone(AuditEvents.QueuedRowDecided, caller, row.Row.QueuedId, why.Reason), unit);
            return why.Error;
        }

        // A shield that was placed since counts from this moment on.
        if (!(await shields.ReadAsync(plan.Looked, unit)).Select(shield => shield.Level).SequenceEqual(plan.Levels)) throw new QueueMovedException();
        var document = await ChangeAsync(pass, plan, unit);
        var decision = new DecisionRow
        {
            DecisionId = ids.NewId(),
            QueuedId = row.Row.QueuedId,
            Source = row.Row.Source,
            Choice = choice,
            DecidedAt = clock.GetUtcNow(),
            DecidedBy = caller.UserId,
            DocumentSealed = [],
        };
        decision.DocumentSealed = documents.Seal(FeedPurposes.Decision, decision.DecisionId, document, DecisionTypes.Default.DecisionDocument);
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        context.Add(decision);
        await context.SaveChangesAsync();
        foreach (var child in plan.Apart)
        {
            // Another steward has said so in between: it is said once.
            if (await RuledOutAsync(row, child, unit) is not null) throw new QueueMovedException();
            await QueueStatements.InsertApart(unit).Bind(row.Row.Source, row.Row.Format, row.Row.RowKey, child.Value, decision.DecisionId).ExecuteNonQueryAsync();
        }

        await trail.AppendAsync(QueueEvents.Decided(caller, row, decision, document, plan.Change?.Before, plan.Change?.After), unit);
        return decision.DecisionId;
    }

    private async ValueTask<DecisionDocument> ChangeAsync(JobPass pass, DecisionPlan plan, IUnitOfWork unit)
    {
        var apart = plan.Apart.Select(child => child.Value).ToList();
        if (plan.Child is not { } child) return new DecisionDocument(Guid.Empty, false, apart);
        RecordImage? before = null;
        if (!plan.IsMade) before = (await images.OfAsync(pass, child, unit) ?? throw new QueueMovedException()).Image;
        if (plan.Change is { } change && !(await writer.WriteAsync(pass, change.Write, unit)).Succeeded) throw new QueueMovedException();
        var after = await images.OfAsync(pass, child, unit) ?? throw new QueueMovedException();
        return new DecisionDocument(child.Value, plan.IsMade, apart, plan.Chosen?.Value, before, after.Image);
    }

    /// <summary>The decision that stands already, and whether it is this one.</summary>
    private async ValueTask<(Guid Id, Guid Row, bool IsSame)?> StandingAsync(QueueDecision asked, ChildId? chosen, IUnitOfWork unit)
    {
        var stands = await unit.Lease<DirectoryContext>(DisclosureScope.None).Set<DecisionRow>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.QueuedId == asked.Row && row.UndoneAt == null && row.Choice != QueueChoice.NotTheSame);
        if (stands is null) return null;
        var document = documents.Read(FeedPurposes.Decision, stands.DecisionId, stands.DocumentSealed, DecisionTypes.Default.DecisionDocument)!;
        var isSame = stands.Choice == asked.Choice && (asked.Choice == QueueChoice.New || (document.Chosen ?? document.Child) == chosen?.Value);
        return (stands.DecisionId, stands.QueuedId, isSame);
    }

    private static async ValueTask<Guid?> RuledOutAsync(WaitingRow row, ChildId child, IUnitOfWork unit) =>
        await QueueStatements.FindApart(unit).Bind(row.Row.Source, row.Row.Format, row.Row.RowKey, child.Value).ExecuteScalarAsync() is byte[] decision ? new Guid(decision, bigEndian: true) : null;

    // Asked of by somebody out of reach, a row that was decided is as little there as any other.
    private async Task<Result<Guid>> AgainAsync(CallerContext caller, (Guid Id, Guid Row, bool IsSame) standing, CancellationToken cancellation)
    {
        var reached = await door.ReachesAsync(caller, standing.Row, cancellation);
        if (reached is { } refusal) return await door.RefuseAsync(QueueEvents.NotDone(AuditEvents.QueuedRowDecided, caller, standing.Row, refusal.Reason), refusal.Error);
        if (standing.IsSame) return standing.Id;
        return await door.RefuseAsync(QueueEvents.NotDone(AuditEvents.QueuedRowDecided, caller, standing.Row, FeedReasons.Decided), QueueErrors.Decided);
    }

    private static async ValueTask<int> CountAsync(System.Data.Common.DbCommand command) =>
        Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Rolls a decision back that must be planned again. Caught where it is written.</summary>
#pragma warning disable CA1032 // It carries nothing.
internal sealed class QueueMovedException : Exception;
#pragma warning restore CA1032
