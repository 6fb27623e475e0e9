using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>How the writing of a batch ended.</summary>
internal enum BatchEnd
{
    /// <summary>Committed.</summary>
    Written = 1,

    /// <summary>A record or a shield moved in between: nothing was written, plan again.</summary>
    Moved = 2,

    /// <summary>Somebody else applies the run now: nothing was written, stop.</summary>
    TakenOver = 3,
}

/// <summary>Writes a batch in one transaction: progress, records, audit entries, outcomes, what the source's file now says. All or nothing (I-22, I-42).</summary>
internal sealed class BatchWriter(IUnitOfWorkFactory units, IChildWriter writer, ContradictionBook book, IAuditTrail trail, IShieldRegister shields, TimeProvider clock)
{
    public async Task<BatchEnd> WriteAsync(FeedRunContext run, JobPass pass, PlannedBatch batch)
    {
        try
        {
            // Not cancelled half way: a batch in hand is finished.
            var end = await units.RunAsync(unit => WriteAsync(run, pass, batch, unit), CancellationToken.None);
            if (end == BatchEnd.Written) Remember(run, batch);
            return end;
        }
        catch (BatchMovedException)
        {
            return BatchEnd.Moved;
        }
    }

    private static void Remember(FeedRunContext run, PlannedBatch batch)
    {
        foreach (var effect in batch.Effects)
        {
            if (effect.Drop is { } gone) run.State.Remove(gone);
            if (effect.Put is { } put) run.State.Put(effect.Row.Key, put, effect.SeenAs);
        }
    }

    private async ValueTask<BatchEnd> WriteAsync(FeedRunContext run, JobPass pass, PlannedBatch batch, IUnitOfWork unit)
    {
        int Of(FeedOutcome outcome) => batch.Effects.Count(effect => effect.Seen == outcome);
        var advanced = await FeedStatements.Advance(unit).Bind(
            batch.From + batch.Effects.Count, clock.GetUtcNow(), Of(FeedOutcome.Applied), Of(FeedOutcome.Unchanged), Of(FeedOutcome.Created), Of(FeedOutcome.Queued),
            Of(FeedOutcome.Rejected), 0, run.Run, run.Runner, batch.From).ExecuteNonQueryAsync();
        if (advanced != 1) return BatchEnd.TakenOver;

        // A shield that was placed since the rows were matched counts from this moment on.
        var levels = await shields.ReadAsync(batch.Looked, unit);
        if (!levels.Select(shield => shield.Level).SequenceEqual(batch.Levels)) throw new BatchMovedException();
        foreach (var effect in batch.Effects) await WriteAsync(run, pass, effect, unit);
        return BatchEnd.Written;
    }

    private async ValueTask WriteAsync(FeedRunContext run, JobPass pass, RowEffect effect, IUnitOfWork unit)
    {
        foreach (var write in new[] { effect.Write, effect.Leaves }.OfType<ChildWrite>())
        {
            var written = await writer.WriteAsync(pass, write, unit);
            if (!written.Succeeded) throw written.Error == ChildErrors.NotAllowed ? new InvalidOperationException("A row would write what no feed may.") : new BatchMovedException();
        }

        if (effect is { On: { } known, Contested.Count: > 0 }) await book.PutAsync(known, effect.Contested, unit);
        if (effect.Entry is { } entry) await trail.AppendAsync(entry, unit);

        if (effect.Drop is { } gone) await FeedStatements.DeleteSupplied(unit).Bind(run.Supplier.Id, run.Form.Format.Key, gone.ToBytes()).ExecuteNonQueryAsync();
        if (effect.Put is { } put)
        {
            var (key, content, child) = (effect.Row.Key.ToBytes(), put.Content.ToBytes(), put.Child?.Value ?? Guid.Empty);
            if (await FeedStatements.UpdateSupplied(unit).Bind(content, child, put.ChangedRun, run.Supplier.Id, run.Form.Format.Key, key).ExecuteNonQueryAsync() == 0)
                await FeedStatements.InsertSupplied(unit).Bind(run.Supplier.Id, run.Form.Format.Key, key, content, child, put.ChangedRun).ExecuteNonQueryAsync();
        }

        await FeedStatements.InsertOutcome(unit).Bind(
            run.Run, effect.Row.Line, effect.Seen, effect.Told, effect.Note?.Code, effect.Note?.Field, effect.Note?.WhatToDo).ExecuteNonQueryAsync();
        if (effect.Verdict is not { } verdict) return;
        await FeedStatements.InsertVerdict(unit).Bind(run.Run, verdict.Id, effect.Row.Line, verdict.Sealed).ExecuteNonQueryAsync();
        if (effect is { Seen: FeedOutcome.Queued, Put: { Child: null } waits } && waits.ChangedRun == run.Run)
            await QueueStatements.InsertQueued(unit).Bind(verdict.Id, run.Supplier.Id, run.Form.Format.Key, effect.Row.Key.ToBytes(), run.Run, effect.Row.Line, clock.GetUtcNow()).ExecuteNonQueryAsync();
    }
}

/// <summary>Rolls a batch back that must be planned again. Never leaves <see cref="BatchWriter"/> and <see cref="Endings"/>.</summary>
#pragma warning disable CA1032 // Thrown in two places and caught in two: it carries nothing.
internal sealed class BatchMovedException : Exception;
#pragma warning restore CA1032
