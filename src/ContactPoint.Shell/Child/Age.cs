namespace ContactPoint.Shell.Child;

/// <summary>Age in whole years.</summary>
internal static class Age
{
    /// <summary>The age on a day. Somebody born on 29 February is a year older on 1 March of other years.</summary>
    public static int On(DateOnly day, DateOnly birth)
    {
        var years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
