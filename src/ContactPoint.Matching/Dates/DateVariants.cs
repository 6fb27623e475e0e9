namespace ContactPoint.Matching.Dates;

/// <summary>All dates that a misread or mistyped date of birth may stand for: exactly those whose level is not <see cref="DateLevel.Different"/>.</summary>
public static class DateVariants
{
    /// <summary>The first year a date of birth may have.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year a date of birth may have.</summary>
    public const int LastYear = 2078;

    /// <summary>The date itself and its variants between <see cref="FirstYear"/> and <see cref="LastYear"/>, each once, in order of date.</summary>
    public static IReadOnlyList<(DateOnly Date, DateLevel Level)> Of(DateOnly date)
    {
        // Every slip of day or month alone stays in the year: 365 classifications cost less than being clever.
        var days = new List<int>(420);
        for (var day = new DateOnly(date.Year, 1, 1).DayNumber; day <= new DateOnly(date.Year, 12, 31).DayNumber; day++)
            days.Add(day);
        for (var step = 1; step <= 31; step++)
        {
            days.Add(date.DayNumber - step);
            days.Add(date.DayNumber + step);
        }

        for (var year = date.Year - DateComparison.YearSlip; year <= date.Year + DateComparison.YearSlip; year++)
            Add(days, year, date);
        AddYearsOneDigitOff(days, date);
        days.Sort();

        var found = new List<(DateOnly, DateLevel)>(96);
        var before = -1;
        foreach (var day in days)
        {
            if (day == before || day < 0 || day > DateOnly.MaxValue.DayNumber)
                continue;
            before = day;
            var other = DateOnly.FromDayNumber(day);
            if (other.Year is >= FirstYear and <= LastYear && DateComparison.Level(date, other) is not DateLevel.Different and var level)
                found.Add((other, level));
        }

        return found;
    }

    private static void Add(List<int> days, int year, DateOnly date)
    {
        if (year is >= FirstYear and <= LastYear && date.Day <= DateTime.DaysInMonth(year, date.Month))
            days.Add(new DateOnly(year, date.Month, date.Day).DayNumber);
    }

    // Any of the four digits another, or two neighbours changed places.
    private static void AddYearsOneDigitOff(List<int> days, DateOnly date)
    {
        for (var unit = 1; unit <= 1000; unit *= 10)
        {
            var digit = date.Year / unit % 10;
            for (var other = 0; other <= 9; other++)
                Add(days, date.Year + ((other - digit) * unit), date);
            if (unit == 1000)
                break;
            var left = date.Year / (10 * unit) % 10;
            Add(days, date.Year + ((digit - left) * 10 * unit) + ((left - digit) * unit), date);
        }
    }
}
