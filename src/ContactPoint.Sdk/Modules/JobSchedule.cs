namespace ContactPoint.Sdk.Modules;

/// <summary>When a module's job runs.</summary>
public sealed record JobSchedule
{
    private JobSchedule()
    {
    }

    /// <summary>Stable, under the module's key: <c>education.tidy</c>. At most 60 characters.</summary>
    public required string Key { get; init; }

    /// <summary>Minutes between runs; null for a daily one.</summary>
    public int? Minutes { get; private init; }

    /// <summary>The time of a daily run in the United Kingdom; null for one every so many minutes.</summary>
    public TimeOnly? At { get; private init; }

    /// <summary>How long a run may take before it is reported as running over; at most six hours.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>A job that runs every so many minutes.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="minutes">5 to 1,440.</param>
    /// <param name="limit">How long a run may take.</param>
    public static JobSchedule Every(string key, int minutes, TimeSpan limit) => new() { Key = key, Minutes = minutes, Limit = limit };

    /// <summary>A job that runs once a day.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="at">When, in the United Kingdom.</param>
    /// <param name="limit">How long a run may take.</param>
    public static JobSchedule Daily(string key, TimeOnly at, TimeSpan limit) => new() { Key = key, At = at, Limit = limit };
}

/// <summary>Work of a module that runs by the clock: once, on one of the nodes. It holds no pass to any child.</summary>
public interface IModuleJob
{
    /// <summary>Does the work. What is thrown is logged and recorded.</summary>
    /// <param name="cancellation">Set when the limit has passed or the host stops.</param>
    Task RunAsync(CancellationToken cancellation);
}
