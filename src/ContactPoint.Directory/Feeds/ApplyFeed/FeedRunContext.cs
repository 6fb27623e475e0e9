using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>What every batch of a run works with.</summary>
internal sealed class FeedRunContext
{
    public required Guid Run { get; init; }

    /// <summary>Who applies it, as written in the run's row.</summary>
    public required Guid Runner { get; init; }

    public required Organisation Supplier { get; init; }

    public required FileForm Form { get; init; }

    public required FeedSemantics Semantics { get; init; }

    public required Provenance From { get; init; }

    public required IFeedContent Content { get; init; }

    public required FilePlan Plan { get; init; }

    public required SourceState State { get; init; }

    /// <summary>Rows of the last file that rows of this one go on: whose child they stand for, whatever the order in which rows are applied.</summary>
    public required IReadOnlySet<RowKey> Claimed { get; init; }

    public static FeedRunContext Of(FeedRunRow run, FileForm form, Organisation supplier, IFeedContent content, FilePlan plan, SourceState state) => new()
    {
        Run = run.RunId,
        Runner = run.Runner,
        Supplier = supplier,
        Form = form,
        Semantics = run.Semantics,
        From = new Provenance { Kind = form.Format.Origin, Source = supplier.Id, FeedRun = run.RunId, AsAt = run.AsAt, ReceivedAt = run.ReceivedAt },
        Content = content,
        Plan = plan,
        State = state,
        Claimed = state.Claimed(plan),
    };
}
