using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Directory.Feeds.Folder;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.ListQueue;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Queue.UndoDecision;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Directory.Feeds.Registers;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Feeds;

internal static class FeedServices
{
    /// <summary>Adds feeds. The queue that applies files in the background is the host's: see <see cref="AddFeedQueue"/>.</summary>
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddSingleton<FeedFormats>();
        services.AddSingleton<FeedSuppliers>();
        services.AddSingleton<RegisterState>();
        services.AddSingleton<RegisterBatches>();
        services.AddSingleton<RowKeys>();
        services.AddSingleton<FileCheck>();
        services.AddSingleton<FileTrial>();
        services.AddSingleton<FileChecker>();
        services.AddSingleton<RowProposals>();
        services.AddSingleton<RowMatcher>();
        services.AddSingleton<FeedRuns>();
        services.AddSingleton<FeedViews>();
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<FeedReceiver>();
        services.AddSingleton<BatchPlanner>();
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<Endings>();
        services.AddSingleton<FeedRunner>();
        services.AddSingleton<IFeeds, FeedDesk>();
        services.AddSingleton<WaitingRows>();
        services.AddSingleton<Candidates>();
        services.AddSingleton<RecordImages>();
        services.AddSingleton<QueueDoor>();
        services.AddSingleton<ListQueueHandler>();
        services.AddSingleton<OpenQueuedRowHandler>();
        services.AddSingleton<DecisionPlanner>();
        services.AddSingleton<DecideQueuedRowHandler>();
        services.AddSingleton<RecordRestorer>();
        services.AddSingleton<UndoDecisionHandler>();
        services.AddSingleton<IStewardQueue, StewardQueue>();
        services.AddSingleton(new SealedTable("$directory.feed_decision", "decision_id", "decision_id", "''", "document_sealed", _ => FeedPurposes.Decision));
        services.AddSingleton(new SealedTable("$directory.feed_verdict", "run_id", "verdict_id", "''", "verdict_sealed", _ => FeedPurposes.Verdict));
    }

    public static IServiceCollection AddFeedQueue(this IServiceCollection services) => services.AddSingleton<FeedFolder>().AddHostedService<FeedQueue>().AddHostedService<FeedFolderWatch>();
}
