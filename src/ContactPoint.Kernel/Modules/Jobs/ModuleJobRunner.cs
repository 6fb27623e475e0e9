using System.Collections.Concurrent;
using ContactPoint.Sdk.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Modules.Jobs;

/// <summary>Runs modules' jobs when they are due, each on a thread of its own. What throws, hangs or runs over disturbs nothing and is recorded.</summary>
internal sealed partial class ModuleJobRunner(ModuleCatalogue modules, JobClaims claims, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ModuleJobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    // One that ran over goes on until it ends by itself: it is not begun beside itself.
    private readonly ConcurrentDictionary<string, Task> running = new(StringComparer.Ordinal);

    /// <summary>Begins what is due and answers the runs begun.</summary>
    public async Task<IReadOnlyList<Task>> LookAsync(CancellationToken cancellation)
    {
        var begun = new List<Task>();
        foreach (var job in modules.Ready.SelectMany(module => module.Jobs))
        {
            var key = job.Schedule.Key;
            if (running.TryGetValue(key, out var earlier) && !earlier.IsCompleted) continue;
            if (await claims.TakeAsync(job.Schedule, cancellation) is { } taken) begun.Add(RunAsync(job, taken, cancellation));
        }

        return begun;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await TickAsync(timer, stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Tried again at the next look.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogLookFailed(failure.GetType().Name);
            }
        }
    }

    private async Task RunAsync(JobRegistration job, DateTimeOffset taken, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (outcome, cause) = (ModuleJobOutcome.Done, (string?)null);
        try
        {
            var start = new TaskCompletionSource();
            var work = OnItsThreadAsync(job, start.Task, over.Token);
            running[job.Schedule.Key] = work;

            // The limit runs before the module does.
            var waiting = work.WaitAsync(job.Schedule.Limit, clock, cancellation);
            start.SetResult();
            await waiting;
        }
        catch (TimeoutException) when (!running[job.Schedule.Key].IsCompleted)
        {
            outcome = ModuleJobOutcome.RanOver;
            LogRanOver(job.Schedule.Key, job.Schedule.Limit.TotalMinutes);
            await over.CancelAsync();
        }
#pragma warning disable CA1031 // Whatever a job throws, it disturbs nothing: logged and recorded.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            (outcome, cause) = (ModuleJobOutcome.Failed, fault.GetType().Name);
            LogFailed(job.Schedule.Key, fault);
        }

        await claims.EndAsync(job.Schedule, taken, outcome, cause);
    }

    private async Task OnItsThreadAsync(JobRegistration job, Task start, CancellationToken cancellation)
    {
        await start;
        await using var scope = scopes.CreateAsyncScope();
        var begun = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Begin(scope.ServiceProvider, job.Job, begun, cancellation)) { IsBackground = true, Name = "module job" }.Start();
        await await begun.Task;
    }

    private static void Begin(IServiceProvider services, Type job, TaskCompletionSource<Task> begun, CancellationToken cancellation)
    {
        try
        {
            begun.SetResult(((IModuleJob)ActivatorUtilities.CreateInstance(services, job)).RunAsync(cancellation));
        }
#pragma warning disable CA1031 // Handed over to whoever waits.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            begun.SetException(fault);
        }
    }

    private static async ValueTask<bool> TickAsync(PeriodicTimer timer, CancellationToken stopping)
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

    [LoggerMessage(4023, LogLevel.Error, "The job {Job} of a module failed.")]
    private partial void LogFailed(string job, Exception fault);

    [LoggerMessage(4024, LogLevel.Error, "The job {Job} of a module has taken longer than {Minutes} minutes. It was asked to stop; if it does not, restart the host.")]
    private partial void LogRanOver(string job, double minutes);

    [LoggerMessage(4025, LogLevel.Error, "Modules' jobs could not be looked at ({Kind}); tried again.")]
    private partial void LogLookFailed(string kind);
}
