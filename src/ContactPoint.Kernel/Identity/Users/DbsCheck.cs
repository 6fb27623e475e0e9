using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Identity.Users;

/// <summary>How long an enhanced DBS check is good (USR-1): three years from its date at most, by days in the United Kingdom.</summary>
internal static class DbsCheck
{
    private const int Years = 3;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly Error InFuture = new("user.dbs-future", "The date of the DBS check is in the future. Give the date on the certificate.");

    private static readonly Error TooLong = new("user.dbs", $"A DBS check is good for {Years} years from its date at most.");

    /// <summary>What is wrong with the evidence; null when nothing is.</summary>
    public static Error? Refuses(UserEvidence evidence, DateTimeOffset now)
    {
        if (evidence.DbsDate > DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime)) return InFuture;
        return evidence.DbsUntil > LapsesAt(evidence.DbsDate) ? TooLong : null;
    }

    public static DateTimeOffset EndOf(UserEvidence evidence) => evidence.DbsUntil ?? LapsesAt(evidence.DbsDate);

    /// <summary>The midnight at which three whole years have gone by. Those of a 29 February are over when 28 February is.</summary>
    private static DateTimeOffset LapsesAt(DateOnly date)
    {
        // Beyond the calendar's end the date is in the future, and refused as that.
        if (date.Year > DateOnly.MaxValue.Year - Years) return DateTimeOffset.MaxValue;
        var day = date.AddYears(Years);
        if (day.Day != date.Day) day = day.AddDays(1);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
