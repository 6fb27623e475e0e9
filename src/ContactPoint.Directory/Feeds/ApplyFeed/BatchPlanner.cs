using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Works out what the rows of a batch do, outside any transaction: reading, matching, comparing, sealing of the audit entries.</summary>
internal sealed class BatchPlanner(IUnitOfWorkFactory units, RowMatcher matcher, IAuditTrail trail, ISealer sealer, IIdSource ids)
{
    public async Task<PlannedBatch> PlanAsync(FeedRunContext run, JobPass pass, int from, int count, CancellationToken cancellation)
    {
        var rows = run.Plan.Rows.Skip(from).Take(count).ToList();
        var asked = new List<RowToMatch>();
        foreach (var row in rows)
        {
            if (row.Kind != PlannedKind.Valid || IsUnchanged(run, row)) continue;
            var known = run.State.Find(row, run.Plan) is { } key ? run.State.Rows[key].Child : null;
            asked.Add(new RowToMatch(row, await run.Plan.ReadAsync(row, run.Content, cancellation), known));
        }

        if (asked.Count == 0) return new(from, [.. rows.Select(row => Plain(run, row))], [], []);
        var matched = await units.ReadAsync(unit => matcher.MatchAsync(pass, asked, new MatchTerms(run.From, run.Form.Format.Key, run.Plan, run.State, run.Claimed, run.Semantics == FeedSemantics.Delta), unit), cancellation);
        var byLine = matched.Matches.ToDictionary(match => match.Asked.Plan.Line);
        var effects = rows.Select(row => byLine.TryGetValue(row.Line, out var match) ? Effect(run, pass.Caller, match) : Plain(run, row)).ToList();
        return new(from, effects, matched.Looked, matched.Levels);
    }

    private static bool IsUnchanged(FeedRunContext run, PlannedRow row) => run.State.Rows.TryGetValue(row.Key, out var last) && last.Content == row.Content;

    // A repeat is decided after the row that it repeats: what that row said for the first time, it says for the first time too.
    private static RowEffect Plain(FeedRunContext run, PlannedRow row)
    {
        if (row.Kind == PlannedKind.Rejected)
            return new RowEffect { Row = row, Seen = FeedOutcome.Rejected, Told = SourceOutcome.Rejected, Note = run.Plan.Problems[row.Line] };
        var isNew = run.State.Rows.TryGetValue(row.Key, out var last) && last.ChangedRun == run.Run;
        return new RowEffect { Row = row, Seen = FeedOutcome.Unchanged, Told = isNew ? SourceOutcome.Accepted : SourceOutcome.Unchanged };
    }

    private RowEffect Effect(FeedRunContext run, CallerContext caller, RowMatch match)
    {
        var row = match.Asked.Plan;
        var known = run.State.Find(row, run.Plan);
        var effect = new RowEffect { Row = row, Seen = FeedOutcome.Unchanged, Told = SourceOutcome.Accepted, Drop = known == row.Key ? null : known };
        var said = new RowStatement(match.Asked.Row, run.Supplier.Id, run.Supplier.Authority, run.From, run.Form.Format.Effect);
        effect = Contested(effect, run, match, said);
        switch (match.Kind)
        {
            case RowMatchKind.Link:
                var change = RecordChanges.Of(match.Record!, said);
                effect = effect with { Put = new Supplied(row.Content, match.Record!.Child, run.Run) };
                if (change is not null) effect = Changing(effect with { Seen = FeedOutcome.Applied }, run, caller, match, change, FeedOutcome.Applied);
                return Sealed(effect, Verdict.OfRecord(match, effect.Seen));
            case RowMatchKind.Review:
                return Waiting(effect, run, match.Why, Verdict.OfQueued(match));
            case RowMatchKind.Hold when match.Seen is { Kind: RowMatchKind.Review } waits:
                return Waiting(effect, run, waits.Why, Verdict.OfHeld(match, FeedOutcome.Queued));
            case RowMatchKind.Hold when match is { IsAlone: { } isAlone, Seen.Record: { } renamed }:
                // What it would change nothing of, it cannot turn into anybody.
                if (RecordChanges.Of(renamed, said) is not { } renaming)
                    return Sealed(effect with { Put = new Supplied(row.Content, renamed.Child, run.Run) }, Verdict.OfRecord(match.Seen, effect.Seen));
                return isAlone ? Withdrawn(effect, run, caller, match, renaming) : Parted(effect, run, caller, match, said);
            default:
                var isHeld = match.Kind == RowMatchKind.Hold;
                var child = new ChildId(ids.NewId());
                effect = effect with { Seen = Seen(match.Seen, said), SeenAs = match.Seen?.Record?.Child, Put = new Supplied(row.Content, child, run.Run) };
                effect = Changing(effect, run, caller, match, RecordChanges.New(child, isHeld ? Since(match.Seen?.Record, said) : said, isHeld), isHeld ? FeedOutcome.Held : FeedOutcome.Created);
                return Sealed(effect, isHeld ? Verdict.OfHeld(match, effect.Seen) : Verdict.OfRecord(match, effect.Seen));
        }
    }

    // What a row says against a correction is noted on the record that it would be linked to if nobody were shielded, held or not. Where it renames, a place may be the shielded child's.
    private static RowEffect Contested(RowEffect effect, FeedRunContext run, RowMatch match, RowStatement said)
    {
        var record = match.Kind == RowMatchKind.Link ? match.Record : match.Seen is { Kind: RowMatchKind.Link } seen ? seen.Record : null;
        if (record is null) return effect;
        var contested = PinnedFields.Of(record, said);
        return contested.Count == 0 ? effect : effect with
        {
            On = record.Child,
            Contested = Renaming.IsOf(match.Asked.Row, record, run.From) ? [.. contested.Where(one => one.Says.Value.Address is null)] : contested,
        };
    }

    // Nobody else had a part in the record: whole and renamed, it is its source's own from now on.
    private RowEffect Withdrawn(RowEffect effect, FeedRunContext run, CallerContext caller, RowMatch match, RecordChange change)
    {
        effect = effect with { Seen = FeedOutcome.Applied, Put = new Supplied(effect.Row.Content, change.Write.Child, run.Run) };
        var withdrawn = change with { Write = change.Write with { State = RecordState.Provisional, Supplier = run.Supplier.Id } };
        return Sealed(Changing(effect, run, caller, match, withdrawn, FeedOutcome.Held), Verdict.OfHeld(match, effect.Seen));
    }

    // Others have a part in the record: it stays as it is, and without this source, whose row is a record of its own from now on.
    private RowEffect Parted(RowEffect effect, FeedRunContext run, CallerContext caller, RowMatch match, RowStatement said)
    {
        var (left, own) = (match.Seen!.Record!, new ChildId(ids.NewId()));
        var ending = RecordChanges.End(left, run.Supplier.Id, run.Form.Format.Effect, run.From.AsAt);
        if (ending is not null) ending = ending with { Write = ending.Write with { Ends = [.. ending.Write.Ends.Select(end => end with { IsWithdrawn = true })] } };
        effect = effect with { Seen = FeedOutcome.Applied, SeenAs = left.Child, Put = new Supplied(effect.Row.Content, own, run.Run), Leaves = ending?.Write };
        effect = Changing(effect, run, caller, match, RecordChanges.New(own, Since(left, said), isHeld: true), FeedOutcome.Held, (left.Child, ending));
        return Sealed(effect, Verdict.OfHeld(match, effect.Seen));
    }

    // Where the row gives no first day, a record of its own begins when the other did: a child who has been there for years is no joiner.
    private static RowStatement Since(ChildRecord? record, RowStatement said) =>
        said.Row.EntryDate is null && record?.Involvements.FirstOrDefault(one => one.ServiceCode == said.Effect.Service && one.Organisation == said.Supplier && one.End is null) is { } open
            ? said with { Row = said.Row with { EntryDate = open.Start } }
            : said;

    // What somebody without clearance sees of a held row is what the row would be in a world without the shielded child.
    private static FeedOutcome Seen(RowMatch? match, RowStatement said) => match is not { Record: { } record } ? FeedOutcome.Created
        : RecordChanges.Of(record, said) is null ? FeedOutcome.Unchanged
        : FeedOutcome.Applied;

    // No record is made while a steward has not decided, and none for a held row either that would wait without the shielded child: the sealed verdict keeps it.
    private RowEffect Waiting(RowEffect effect, FeedRunContext run, string? why, Verdict verdict)
    {
        // Of a record that does not open the last file goes on saying what it said, under the row's key: the next roll tries again, and nobody has left.
        var put = why != RowMatch.Unreadable ? new Supplied(effect.Row.Content, null, run.Run)
            : run.State.Find(effect.Row, run.Plan) is { } known ? run.State.Rows[known]
            : null;
        return Sealed(effect with { Seen = FeedOutcome.Queued, Note = QueueNotes.Of(why), Put = put }, verdict);
    }

    private RowEffect Changing(RowEffect effect, FeedRunContext run, CallerContext caller, RowMatch match, RecordChange change, FeedOutcome truth, (ChildId Child, RecordChange? Ending)? left = null) => effect with
    {
        Write = change.Write,
        Entry = trail.Prepare(new AuditEvent
        {
            Type = AuditEvents.FeedRow,
            Actor = AuditActor.Of(caller),
            Outcome = AuditOutcome.Granted,
            // One entry for a row, on the child that it would be on if nobody were shielded.
            Child = left?.Child ?? change.Write.Child,
            Target = new AuditTarget("child", change.Write.Child.Value, change.Before, change.After),
            Detail = new Dictionary<string, object?>
            {
                ["run"] = run.Run,
                ["source"] = run.Supplier.Id,
                ["line"] = effect.Row.Line,
                ["outcome"] = effect.Seen.ToString(),
                ["hidden"] = truth.ToString(),
                ["version"] = change.Write.ExpectedVersion + 1,
                ["left"] = left is { Ending: { } ending } ? new { child = ending.Write.Child, before = ending.Before, after = ending.After } : null,
                ["weighed"] = match.Candidates.Select(one => new { child = one.Child, bits = Math.Round(one.Bits, 1) }).ToList(),
            },
        }),
    };

    private RowEffect Sealed(RowEffect effect, Verdict verdict)
    {
        var id = ids.NewId();
        return effect with { Verdict = (id, verdict.Seal(sealer, id)) };
    }
}
