namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>Days are those of the United Kingdom (LIF-5).</summary>
internal static class FeedDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);
}
