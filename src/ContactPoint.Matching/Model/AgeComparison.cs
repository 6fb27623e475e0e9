namespace ContactPoint.Matching.Model;

/// <summary>Classifies how an age in full years agrees with a date of birth.</summary>
public static class AgeComparison
{
    /// <summary>Full years on a day. A child born on 29 February has its birthday on 1 March in other years.</summary>
    public static int AgeOn(DateOnly born, DateOnly day)
    {
        var age = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? age - 1 : age;
    }

    /// <summary>The strongest level that holds.</summary>
    public static AgeLevel Level(int? age, DateOnly day, DateOnly? born)
    {
        if (age is not { } years || born is not { } date)
            return AgeLevel.Missing;
        return Math.Abs(AgeOn(date, day) - years) switch
        {
            0 => AgeLevel.Exact,
            1 => AgeLevel.WithinOne,
            _ => AgeLevel.Different,
        };
    }
}
