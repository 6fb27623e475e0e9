using System.Diagnostics;

namespace ContactPoint.Tool.Bench;

/// <summary>How quickly something went.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seconds">Seconds.</param>
/// <param name="PerSecond">A second.</param>
/// <param name="CpuMicroseconds">Processor time of the whole process for one: hardly touched by what else the machine does.</param>
internal sealed record RateFigure(long Count, double Seconds, double PerSecond, double CpuMicroseconds)
{
    public static async Task<(T Outcome, RateFigure Figure)> MeasureAsync<T>(long count, Func<Task<T>> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var outcome = await work();
        return (outcome, Of(count, clock.Elapsed, Environment.CpuUsage.TotalTime - cpu));
    }

    public static RateFigure Of(long count, TimeSpan took, TimeSpan cpu) =>
        new(count, Math.Round(took.TotalSeconds, 2), Math.Round(count / took.TotalSeconds), Math.Round(cpu.TotalMicroseconds / count, 2));
}
