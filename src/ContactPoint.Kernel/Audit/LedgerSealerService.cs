using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Audit;

/// <summary>Seals at an interval (I-24: every 60 seconds unless configured shorter).</summary>
internal sealed partial class LedgerSealerService(ILedgerSealer sealer, IOptions<KernelOptions> options, TimeProvider clock, ILogger<LedgerSealerService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SealInterval, clock);
        while (await Tick(timer, stoppingToken))
        {
            try
            {
                var state = await sealer.SealAsync(stoppingToken);
                if (state.BrokenEntry is { } entry) LogBroken(entry);
            }
#pragma warning disable CA1031 // A failed round is tried again at the next; the tail stays covered by MAC and counter.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(failure.GetType().Name);
            }
        }
    }

    private static async ValueTask<bool> Tick(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "The audit log is altered at entry {Entry}. Sealing has stopped. Run 'contactpoint audit verify'.")]
    private partial void LogBroken(Guid entry);

    [LoggerMessage(2, LogLevel.Error, "Sealing failed ({Kind}) and is tried again.")]
    private partial void LogFailed(string kind);
}
