using System.Collections.Concurrent;
using System.Diagnostics;
using ContactPoint.Directory.Feeds.ApplyFeed;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>Adds up how long each step of the runs takes, as they trace it.</summary>
internal sealed class StepClock : IDisposable
{
    private readonly ConcurrentDictionary<string, long> ticks = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;

    public StepClock()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FeedSteps.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = step => ticks.AddOrUpdate(step.OperationName, step.Duration.Ticks, (_, so) => so + step.Duration.Ticks),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Seconds of each step.</summary>
    public IReadOnlyDictionary<string, double> Seconds => ticks.ToDictionary(step => step.Key, step => Math.Round(TimeSpan.FromTicks(step.Value).TotalSeconds, 2));

    public void Dispose() => listener.Dispose();
}
