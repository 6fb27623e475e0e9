using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Applies files that were left here, one after another, as the host's own account; takes up what a killed host left unfinished.</summary>
internal sealed partial class FeedQueue(
    IUnitOfWorkFactory units, ISystemCaller system, FeedRuns runs, FeedRunner runner, FeedSignal signal, TimeProvider clock, ILogger<FeedQueue> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OrphansKept = TimeSpan.FromHours(12);
    private static readonly TimeSpan UnfinishedKept = TimeSpan.FromDays(14);
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromHours(1);

    /// <summary>Applies what waits now.</summary>
    /// <param name="cancellation">Stops after the batch in hand.</param>
    /// <returns>How many runs were taken up.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var taken = 0;
        while (await units.ReadAsync(async unit => await runs.NextAsync(unit), cancellation) is { } next)
        {
            var run = await runner.RunAsync(next.RunId, await system.CurrentAsync(cancellation), false, null, cancellation);
            if (!run.Succeeded) break;
            taken++;
            LogDone(run.Value.RunId, run.Value.State);
        }

        return taken;
    }

    /// <summary>Lets go of files that no run will use: none is kept longer than it is needed.</summary>
    /// <param name="cancellation">Cancels before the commit.</param>
    public Task<int> TidyAsync(CancellationToken cancellation) => units.RunAsync(
        async unit =>
        {
            await FeedStatements.DeleteOrphans(unit).Bind(clock.GetUtcNow() - OrphansKept).ExecuteNonQueryAsync();
            return await runs.ExpireAsync(UnfinishedKept, unit);
        },
        cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TidyAsync(stoppingToken);
                for (var tidied = clock.GetTimestamp(); clock.GetElapsedTime(tidied) < BetweenTidying;)
                {
                    await DrainAsync(stoppingToken);
                    await signal.WaitAsync(Interval, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The queue outlives a database that is away: it says so and tries again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(fault.GetType().Name);
                await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(2210, LogLevel.Information, "Feed run {Run} ended as {State}.")]
    private partial void LogDone(Guid run, FeedRunState state);

    [LoggerMessage(2211, LogLevel.Warning, "The feed queue was disturbed ({Kind}); trying again.")]
    private partial void LogFault(string kind);
}
