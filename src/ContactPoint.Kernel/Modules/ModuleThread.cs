using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>Runs a module's code at the start on a thread of its own: what throws or hangs is told, and the start goes on.</summary>
internal static class ModuleThread
{
    /// <summary>Runs an act. A thread that does not come back is left behind: .NET cannot stop it, and it ends with the process.</summary>
    public static async Task<(Result<T> Outcome, Exception? Cause)> RunAsync<T>(Func<Result<T>> act, TimeSpan limit, TimeProvider clock)
    {
        var done = new TaskCompletionSource<Result<T>>(TaskCreationOptions.RunContinuationsAsynchronously);

        // The limit runs before the module does.
        var waiting = done.Task.WaitAsync(limit, clock);
        new Thread(() => Run(act, done)) { IsBackground = true, Name = "module start" }.Start();
        try
        {
            return (await waiting, null);
        }
        catch (TimeoutException)
        {
            return (ModuleErrors.Malfunctioned($"It did not finish its start in {limit.TotalSeconds:0} seconds. Its thread was left behind; restart the host once the module is out of its folder."), null);
        }
#pragma warning disable CA1031 // Whatever a module throws, it alone stays out.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (ModuleErrors.Malfunctioned($"It threw {fault.GetType().Name} while it started. The host's log has the details."), fault);
        }
    }

    private static void Run<T>(Func<Result<T>> act, TaskCompletionSource<Result<T>> done)
    {
        try
        {
            done.TrySetResult(act());
        }
#pragma warning disable CA1031 // Handed over to whoever waits.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            done.TrySetException(fault);
        }
    }
}
