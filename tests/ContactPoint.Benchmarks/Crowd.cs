using System.Collections.Concurrent;
using System.Diagnostics;
using ContactPoint.Load.Circuits;

namespace ContactPoint.Benchmarks;

/// <summary>Opens many circuits, a few at a time, as people come in the morning.</summary>
internal static class Crowd
{
    /// <summary>How many are opened at the same time.</summary>
    public const int AtOnce = 16;

    /// <summary>Does something for each of many; a fault ends the bench.</summary>
    /// <returns>What came of each, in order, and how long each took in milliseconds.</returns>
    public static async Task<(IReadOnlyList<T> Made, IReadOnlyList<double> Times)> EachAsync<T>(int count, Func<int, Task<T>> make)
    {
        var made = new T[count];
        var times = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            var begun = Stopwatch.GetTimestamp();
            made[number] = await make(number);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        });
        return (made, [.. times.Order()]);
    }

    public static double Quantile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : Math.Round(sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(share * sorted.Count) - 1)], 1);

    /// <summary>Opens an idle circuit and waits until its page stands.</summary>
    public static async Task<CircuitClient> IdleAsync(IVisitor visitor, string path, string landmark)
    {
        var circuit = await CircuitClient.OpenAsync(visitor, path, keepsTranscript: false);
        await circuit.WaitAsync(page => page.Everything.Any(node => node.Element == landmark));
        return circuit;
    }
}
