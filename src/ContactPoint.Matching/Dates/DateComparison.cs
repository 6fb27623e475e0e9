namespace ContactPoint.Matching.Dates;

/// <summary>Classifies how a date of birth that was asked for agrees with one that is held. Symmetric.</summary>
public static class DateComparison
{
    /// <summary>How far apart two years may be and still count as a slip of the year alone.</summary>
    public const int YearSlip = 10;

    /// <summary>How many days apart two dates of different months may be and still count as a wrong day: a fortnight, half of the month that it may be off within one.</summary>
    public const int DaySlip = 14;

    /// <summary>The strongest level that holds.</summary>
    public static DateLevel Level(DateOnly? query, DateOnly? stored) =>
        query is { } a && stored is { } b ? Level(a, b) : DateLevel.Missing;

    /// <summary>The strongest level that holds.</summary>
    public static DateLevel Level(DateOnly query, DateOnly stored)
    {
        if (query == stored)
            return DateLevel.Exact;
        if (query.Year == stored.Year && query.Day == stored.Month && query.Month == stored.Day)
            return DateLevel.DayMonthSwapped;
        var days = Math.Abs(query.DayNumber - stored.DayNumber);
        if (days == 1)
            return DateLevel.NextDay;
        if (days <= 31 && query.Month != stored.Month && (query < stored ? IsNextMonth(query, stored) : IsNextMonth(stored, query)))
            return DateLevel.NextMonth;
        if (query.Day == stored.Day && query.Month == stored.Month && Math.Abs(query.Year - stored.Year) == 1)
            return DateLevel.NextYear;
        var digits = Digits(query, stored, out var neighboursSwapped);
        if (neighboursSwapped)
            return DateLevel.DigitsSwapped;
        if (digits == 1)
            return query.Year == stored.Year ? DateLevel.OneDigit : DateLevel.OneDigitOfYear;
        if (query.Day == stored.Day && query.Month == stored.Month && Math.Abs(query.Year - stored.Year) <= YearSlip)
            return DateLevel.WrongYear;
        if ((query.Month == stored.Month && query.Year == stored.Year) || days <= DaySlip)
            return DateLevel.WrongDay;
        return query.Day == stored.Day && query.Year == stored.Year ? DateLevel.WrongMonth : DateLevel.Different;
    }

    // The 30th stands for the 31st where the other month has none.
    private static bool IsNextMonth(DateOnly earlier, DateOnly later) => earlier.AddMonths(1) == later || later.AddMonths(-1) == earlier;

    // Counts differing digits of ddMMyyyy; notes when the only difference is a swap of two neighbours inside day, month or year.
    private static int Digits(DateOnly a, DateOnly b, out bool neighboursSwapped)
    {
        Span<int> left = stackalloc int[8];
        Span<int> right = stackalloc int[8];
        Write(a, left);
        Write(b, right);
        int count = 0, first = -1, last = -1;
        for (var i = 0; i < 8; i++)
        {
            if (left[i] == right[i])
                continue;
            count++;
            first = first < 0 ? i : first;
            last = i;
        }

        neighboursSwapped = count == 2 && last == first + 1 && first is not (1 or 3)
            && left[first] == right[last] && left[last] == right[first];
        return count;
    }

    private static void Write(DateOnly date, Span<int> digits)
    {
        digits[0] = date.Day / 10;
        digits[1] = date.Day % 10;
        digits[2] = date.Month / 10;
        digits[3] = date.Month % 10;
        for (int i = 7, year = date.Year; i > 3; i--, year /= 10)
            digits[i] = year % 10;
    }
}
