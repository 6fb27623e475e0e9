using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContactPoint.Directory.Feeds.Folder;

/// <summary>Looks at the folder again and again. Looking, not watching: notices are lost on network shares.</summary>
internal sealed partial class FeedFolderWatch(FeedFolder folder, IOptions<FeedFolderOptions> options, TimeProvider clock, ILogger<FeedFolderWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Folder is null) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await folder.LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A share that is away, or a database: the next look finds what is there.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogFault(fault.GetType().Name);
            }

            await Task.Delay(options.Value.Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(2221, LogLevel.Warning, "The folder of dropped files could not be looked at ({Kind}); trying again.")]
    private partial void LogFault(string kind);
}
