using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Results;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;

/// <summary>Works out what a decision does. A row that may mean a shielded child stays its source's own, whatever the steward decides, and nothing says so (SHD-6, ADR 0018).</summary>
internal sealed class DecisionPlanner(Candidates candidates, RowProposals proposals, IChildReader reader, IShieldRegister shields, FeedFormats formats, IIdSource ids)
{
    public async ValueTask<Result<DecisionPlan>> PlanAsync(JobPass pass, WaitingRow row, QueueChoice choice, ChildId? chosen, IUnitOfWork unit)
    {
        var shown = await candidates.OfAsync(pass, row, unit);
        var target = shown.Where(one => one.Record.Child == chosen).Select(one => one.Record).FirstOrDefault();
        if (target is null && (choice == QueueChoice.Link || (choice == QueueChoice.NotTheSame && chosen is not null))) return QueueErrors.NoSuchCandidate;
        if (choice == QueueChoice.NotTheSame)
            return shown.Count == 0 ? QueueErrors.NoSuchCandidate
                : new DecisionPlan(null, null, null, target is null ? [.. shown.Select(one => one.Record.Child)] : [target.Child], [], []);
        if (target is { Unreadable.Count: > 0 }) return QueueErrors.NoSuchCandidate;

        var (means, looked, levels) = await MeansShieldedAsync(pass, row, target, unit);
        var isHeld = row.Verdict.Truth == FeedOutcome.Held || means;
        if (formats.Find(row.Run.Format) is not { } format) return FeedErrors.UnknownFormat;
        var said = Said(row, format);
        if (target is not null && !isHeld) return new DecisionPlan(target.Child, RecordChanges.Of(target, said), null, [], looked, levels);
        var child = new ChildId(ids.NewId());
        return new DecisionPlan(child, RecordChanges.New(child, said, isHeld), target?.Child, [], looked, levels);
    }

    private static RowStatement Said(WaitingRow row, FeedFormat format) => new(row.Verdict.Row!, row.School.Id, row.School.Authority, new Provenance
    {
        Kind = format.Origin,
        Source = row.School.Id,
        FeedRun = row.Run.RunId,
        AsAt = row.Run.AsAt,
        ReceivedAt = row.Run.ReceivedAt,
    }, format.Effect);

    // The shields of today count, not those of the day on which the row was matched.
    private async ValueTask<(bool Means, IReadOnlyList<ChildId> Looked, IReadOnlyList<ShieldLevel> Levels)> MeansShieldedAsync(JobPass pass, WaitingRow row, ChildRecord? target, IUnitOfWork unit)
    {
        var proposal = await proposals.OfAsync(pass, row.Verdict.Row!, unit);
        IReadOnlyList<ChildId> looked = target is null || proposal.All.Contains(target.Child) ? proposal.All : [.. proposal.All, target.Child];
        var records = await reader.ReadAsync(pass, looked, unit);
        var levels = (await shields.ReadAsync(looked, unit)).Select(shield => shield.Level).ToList();
        var read = looked.Select((child, place) => (Record: records[place], Level: levels[place], HasNumber: proposal.ByNumber.Contains(child)))
            .Where(one => one.Record is not null).Select(one => new ReadCandidate(one.Record!, one.Level, one.HasNumber, IsOthers: false)).ToList();
        var asked = new RowToMatch(default, row.Verdict.Row!, target?.Child);
        // For a new record no open child clears the row: the steward has just said that it means none of them.
        var means = target is null
            ? RowJudge.Current.Decide(asked, row.Row.Source, [.. read.Where(one => one.Level != ShieldLevel.None)], proposal.Scorer).Kind == RowMatchKind.Hold
            : RowJudge.Current.Renamed(new RowMatch { Asked = asked, Kind = RowMatchKind.Link, Record = target }, row.Row.Source, read, proposal.Scorer) is not null;
        return (means, looked, levels);
    }
}
