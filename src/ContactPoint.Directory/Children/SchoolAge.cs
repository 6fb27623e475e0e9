namespace ContactPoint.Directory.Children;

/// <summary>Compulsory school age in England: from about 5 to about 16.</summary>
/// <remarks>
/// Education Act 1996, section 8, with SI 1998/1607: it begins on the first of 31 March, 31 August and 31 December that is not before the fifth birthday, and ends on the last
/// Friday in June of the school year in which the child is 16.
/// </remarks>
internal static class SchoolAge
{
    private const int Begins = 5;
    private const int Ends = 16;

    /// <summary>Whether a child born on that day is of school age.</summary>
    public static bool Covers(DateOnly born, DateOnly on) => FirstDay(born) <= on && on <= LastDay(born);

    /// <summary>The years of birth of all who may be of age: up to the second all or some are leaving, of the last some have not begun, of those between all are of age.</summary>
    public static (int Oldest, int Leaving, int Youngest) YearsOfBirth(DateOnly on) => (on.Year - Ends - 1, on.Year - Ends, on.Year - Begins);

    private static DateOnly FirstDay(DateOnly born)
    {
        var fifth = born.AddYears(Begins);
        return new DateOnly[] { new(fifth.Year, 3, 31), new(fifth.Year, 8, 31), new(fifth.Year, 12, 31) }.First(day => day >= fifth);
    }

    private static DateOnly LastDay(DateOnly born)
    {
        var sixteenth = born.AddYears(Ends);
        return LeavingDay(sixteenth.Month >= 9 ? sixteenth.Year + 1 : sixteenth.Year);
    }

    private static DateOnly LeavingDay(int year)
    {
        var last = new DateOnly(year, 6, 30);
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
    }
}
