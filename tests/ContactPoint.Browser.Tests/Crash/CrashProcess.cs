using System.Collections.Concurrent;
using System.Diagnostics;
using ContactPoint.Browser.Tests.Hosts;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>The child process, seen from its parent.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<CrashStart?> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource halfWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;

    public CrashProcess(CrashOrder order)
    {
        var clock = Stopwatch.StartNew();
        process = Process.Start(new ProcessStartInfo(BuiltFiles.Dotnet, [typeof(CrashChild).Assembly.Location, CrashChild.Argument, .. order.ToArguments()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        reading = ReadAsync(clock);
    }

    /// <summary>Everything it said before it died.</summary>
    public List<string[]> Said { get; } = [];

    /// <summary>How it got up; null when it died before.</summary>
    public Task<CrashStart?> Ready => ready.Task;

    /// <summary>A roll has got further and not ended; comes as well when the process has died.</summary>
    public Task HalfWay => halfWay.Task;

    /// <summary>Kill −9, then whatever it had written before.</summary>
    public async Task KillAsync()
    {
        process.HasExited.ShouldBeFalse($"It had ended by itself: {string.Join('\n', errors)}");
        process.Kill();
        await EndAsync();
    }

    public async Task EndAsync()
    {
        await process.WaitForExitAsync();
        await reading;
    }

    public async Task EndWellAsync()
    {
        await EndAsync();
        process.ExitCode.ShouldBe(0, string.Join('\n', errors));
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task ReadAsync(Stopwatch clock)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Said.Add(line.Split(' '));
            if (line == CrashLine.Ready) ready.TrySetResult(new CrashStart(clock.Elapsed, process.TotalProcessorTime));
            if (line == CrashLine.HalfWay) halfWay.TrySetResult();
        }

        ready.TrySetResult(null);
        halfWay.TrySetResult();
    }
}

/// <summary>From the start of the process to "ready".</summary>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Worked">Of the processors, all cores together: what it would have taken at most on a machine with no other work.</param>
internal sealed record CrashStart(TimeSpan Elapsed, TimeSpan Worked);
