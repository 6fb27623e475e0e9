using ContactPoint.Directory.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Directory.Search;

/// <summary>Builds the index when the host starts and keeps it in step: at once after a write of this process, within half a second after another node's.</summary>
internal sealed partial class IndexFollower(IChildIndex index, ChangeSignal changes, TimeProvider clock, ILogger<IndexFollower> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var building = !index.IsReady;
                var start = clock.GetTimestamp();
                await index.CatchUpAsync(stoppingToken);
                if (building) LogBuilt(index.Count, clock.GetElapsedTime(start).TotalSeconds);
                await changes.WaitAsync(Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The follower outlives a database that is away: it says so and tries again; search answers from what it has.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(fault.GetType().Name);
                await Task.Delay(AfterFault, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(2100, LogLevel.Information, "Search index built: {Count} records in {Seconds:F1} s.")]
    private partial void LogBuilt(int count, double seconds);

    [LoggerMessage(2101, LogLevel.Warning, "The search index could not follow the database ({Kind}); trying again.")]
    private partial void LogFault(string kind);
}
