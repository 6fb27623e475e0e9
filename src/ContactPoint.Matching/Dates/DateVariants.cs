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
        var found = new SortedDictionary<DateOnly, DateLevel>();
        AddYear(found, date, date.Year);
        AddDay(found, date, date.DayNumber - 1);
        AddDay(found, date, date.DayNumber + 1);
        for (var year = date.Year - DateComparison.YearSlip; year <= date.Year + DateComparison.YearSlip; year++)
            Add(found, date, year, date.Month, date.Day);
        foreach (var year in YearsOneDigitOff(date.Year))
            Add(found, date, year, date.Month, date.Day);
        return [.. found.Select(pair => (pair.Key, pair.Value))];
    }

    // Every slip of day or month alone stays in the year: 365 classifications cost less than being clever.
    private static void AddYear(SortedDictionary<DateOnly, DateLevel> found, DateOnly date, int year)
    {
        var first = new DateOnly(year, 1, 1).DayNumber;
        var last = new DateOnly(year, 12, 31).DayNumber;
        for (var day = first; day <= last; day++)
            AddDay(found, date, day);
    }

    private static void Add(SortedDictionary<DateOnly, DateLevel> found, DateOnly date, int year, int month, int day)
    {
        if (year is >= FirstYear and <= LastYear && day <= DateTime.DaysInMonth(year, month))
            AddDay(found, date, new DateOnly(year, month, day).DayNumber);
    }

    private static void AddDay(SortedDictionary<DateOnly, DateLevel> found, DateOnly date, int dayNumber)
    {
        if (dayNumber < DateOnly.MinValue.DayNumber || dayNumber > DateOnly.MaxValue.DayNumber)
            return;
        var other = DateOnly.FromDayNumber(dayNumber);
        var level = DateComparison.Level(date, other);
        if (level != DateLevel.Different && other.Year is >= FirstYear and <= LastYear)
            found[other] = level;
    }

    // Digit and neighbour slips within the year: any of the four digits, or two neighbours changing places.
    private static IEnumerable<int> YearsOneDigitOff(int year)
    {
        var text = year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        for (var i = 0; i < 4; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = (char[])text.Clone();
                changed[i] = digit;
                yield return int.Parse(changed, System.Globalization.CultureInfo.InvariantCulture);
            }

            if (i == 3)
                continue;
            var swapped = (char[])text.Clone();
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            yield return int.Parse(swapped, System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
