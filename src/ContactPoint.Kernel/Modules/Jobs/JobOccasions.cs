using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Modules.Jobs;

/// <summary>When a job was last due.</summary>
internal static class JobOccasions
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset LastDue(JobSchedule schedule, DateTimeOffset now)
    {
        if (schedule.Minutes is { } minutes)
        {
            var step = TimeSpan.FromMinutes(minutes).Ticks;
            return DateTimeOffset.UnixEpoch.AddTicks((now - DateTimeOffset.UnixEpoch).Ticks / step * step);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var due = On(today, schedule.At!.Value);
        return due <= now ? due : On(today.AddDays(-1), schedule.At.Value);
    }

    // A time that the clocks skip is an hour later that day, one that they repeat is the later of the two: the zone's own offset says so.
    private static DateTimeOffset On(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
