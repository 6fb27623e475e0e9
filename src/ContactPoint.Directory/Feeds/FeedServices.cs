using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.CheckFile;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
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
        services.AddSingleton(new SealedTable("$directory.feed_verdict", "run_id", "verdict_id", "''", "verdict_sealed", _ => FeedPurposes.Verdict));
    }

    public static IServiceCollection AddFeedQueue(this IServiceCollection services) => services.AddHostedService<FeedQueue>();
}
