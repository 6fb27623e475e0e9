using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Feeds.SchoolRoll;
using ContactPoint.Directory.Organisations;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>What every batch of a run works with.</summary>
internal sealed class FeedRunContext
{
    public required Guid Run { get; init; }

    /// <summary>Who applies it, as written in the run's row.</summary>
    public required Guid Runner { get; init; }

    public required Organisation School { get; init; }

    public required Provenance From { get; init; }

    public required IFeedContent Content { get; init; }

    public required RollPlan Plan { get; init; }

    public required SourceState State { get; init; }

    /// <summary>Rows of the last file that rows of this one go on: whose child they stand for, whatever the order in which rows are applied.</summary>
    public required IReadOnlySet<RowKey> Claimed { get; init; }

    public static FeedRunContext Of(FeedRunRow run, Organisation school, IFeedContent content, RollPlan plan, SourceState state) => new()
    {
        Run = run.RunId,
        Runner = run.Runner,
        School = school,
        From = new Provenance { Kind = SourceKind.SchoolRoll, Source = school.Id, FeedRun = run.RunId, AsAt = run.AsAt, ReceivedAt = run.ReceivedAt },
        Content = content,
        Plan = plan,
        State = state,
        Claimed = state.Claimed(plan),
    };
}
