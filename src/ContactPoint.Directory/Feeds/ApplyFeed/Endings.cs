using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Ends what is open of children who were in the supplier's last full snapshot and are missing from this one (FED-3).</summary>
internal sealed class Endings(IUnitOfWorkFactory units, IChildReader reader, IChildWriter writer, IAuditTrail trail, TimeProvider clock)
{
    /// <summary>The rows that are missing, in order. Taken up again, what was ended is not among them any more.</summary>
    public static List<RowKey> Missing(FeedRunContext run) => [.. run.State.Rows.Keys.Where(key => !run.Plan.About.Contains(key)).Order()];

    public async Task<BatchEnd> EndAsync(FeedRunContext run, JobPass pass, IReadOnlyList<RowKey> missing, int processed, CancellationToken cancellation)
    {
        // A child for whom another row of this file stands has not left.
        var left = missing.Select(key => run.State.Rows[key].Child).Where(child => child is not { } known || run.State.RowOf(known) is not { } row || !run.Plan.About.Contains(row)).ToList();
        var children = left.OfType<ChildId>().Distinct().ToList();
        var records = children.Count == 0 ? [] : await units.ReadAsync(unit => reader.ReadAsync(pass, children, unit), cancellation);
        var changes = records.OfType<ChildRecord>().Select(record => RecordChanges.End(record, run.Supplier.Id, run.Form.Format.Effect, run.From.AsAt)).OfType<RecordChange>()
            .Select(change => (change.Write, Entry: trail.Prepare(Event(run, pass.Caller, change)))).ToList();
        try
        {
            var end = await units.RunAsync(unit => WriteAsync(run, pass, missing, left.Count, changes, processed, unit), CancellationToken.None);
            if (end == BatchEnd.Written)
                foreach (var key in missing) run.State.Remove(key);
            return end;
        }
        catch (BatchMovedException)
        {
            return BatchEnd.Moved;
        }
    }

    private async ValueTask<BatchEnd> WriteAsync(
        FeedRunContext run, JobPass pass, IReadOnlyList<RowKey> missing, int left, IReadOnlyList<(ChildWrite Write, PreparedEntry Entry)> changes, int processed, IUnitOfWork unit)
    {
        var advanced = await FeedStatements.Advance(unit).Bind(processed, clock.GetUtcNow(), 0, 0, 0, 0, 0, left, run.Run, run.Runner, processed).ExecuteNonQueryAsync();
        if (advanced != 1) return BatchEnd.TakenOver;
        foreach (var (write, entry) in changes)
        {
            var written = await writer.WriteAsync(pass, write, unit);
            if (!written.Succeeded) throw new BatchMovedException();
            await trail.AppendAsync(entry, unit);
        }

        foreach (var key in missing) await FeedStatements.DeleteSupplied(unit).Bind(run.Supplier.Id, run.Form.Format.Key, key.ToBytes()).ExecuteNonQueryAsync();
        return BatchEnd.Written;
    }

    private static AuditEvent Event(FeedRunContext run, CallerContext caller, RecordChange change) => new()
    {
        Type = AuditEvents.InvolvementEnded,
        Actor = AuditActor.Of(caller),
        Outcome = AuditOutcome.Granted,
        Child = change.Write.Child,
        Target = new AuditTarget("child", change.Write.Child.Value, change.Before, change.After),
        Detail = new Dictionary<string, object?> { ["run"] = run.Run, ["source"] = run.Supplier.Id, ["outcome"] = "Ended", ["version"] = change.Write.ExpectedVersion + 1 },
    };
}
