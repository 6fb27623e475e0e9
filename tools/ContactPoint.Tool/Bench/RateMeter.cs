using System.Diagnostics;

namespace ContactPoint.Tool.Bench;

/// <summary>Adds up the time of many short pieces of work, so that what lies between them does not count.</summary>
internal sealed class RateMeter
{
    private TimeSpan took;
    private TimeSpan cpu;
    private long count;

    public RateFigure Figure => RateFigure.Of(count, took, cpu);

    /// <summary>Measures work that does a known number.</summary>
    public async Task<T> AddAsync<T>(long number, Func<Task<T>> work)
    {
        var (began, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var outcome = await work();
        took += Stopwatch.GetElapsedTime(began);
        cpu += Environment.CpuUsage.TotalTime - used;
        count += number;
        return outcome;
    }

    /// <summary>Measures work that answers how many it did.</summary>
    public async Task AddAsync<T>(T on, Func<T, Task<int>> work) => count += await AddAsync(0, () => work(on));
}
