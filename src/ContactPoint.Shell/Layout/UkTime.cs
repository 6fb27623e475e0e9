using System.Globalization;

namespace ContactPoint.Shell.Layout;

/// <summary>Times as people in the United Kingdom read them: 14 March 2015, 24 hours.</summary>
internal static class UkTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The local time.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    /// <summary>The day it is now.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Of(clock.GetUtcNow()).Date);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>14 March 2015.</summary>
    public static string Text(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>14 March 2015, 14:05.</summary>
    public static string Text(DateTimeOffset time) => Of(time).ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    /// <summary>14 March 2015, 14:05:09.</summary>
    public static string Exact(DateTimeOffset time) => Of(time).ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture);
}
