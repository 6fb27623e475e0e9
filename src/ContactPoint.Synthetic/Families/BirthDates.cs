using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Families;

/// <summary>When children are born: fewer each year since 2012, fewer at weekends, eighteen years up to the reference day.</summary>
internal static class BirthDates
{
    private const int Days = 18 * 365;
    private static readonly DateOnly First = SyntheticCountry.Reference.AddYears(-18).AddDays(1);

    // Births of the years 2008 to 2026 against one another.
    private static readonly double[] ByYear = [100, 99, 101, 102, 103, 98, 98, 98, 98, 96, 93, 90, 87, 89, 86, 84, 84, 83, 82];

    private static readonly Draw<int> Years = new([.. Enumerable.Range(0, ByYear.Length)], [.. ByYear.Select((weight, index) => index == 0 ? weight / 3 : index == ByYear.Length - 1 ? weight * 2 / 3 : weight)]);

    public static DateOnly Draw(Dice dice)
    {
        while (true)
        {
            var day = new DateOnly(First.Year + Years.Next(dice), 1, 1).AddDays(dice.Below(365));
            if (day < First || day >= SyntheticCountry.Reference) continue;
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && dice.Chance(0.14)) continue;
            return day;
        }
    }

    /// <summary>Of the next child of the same mother: a year to five after; null when that lies ahead.</summary>
    public static DateOnly? After(DateOnly elder, Dice dice)
    {
        var next = elder.AddDays(330 + (int)(dice.Fraction() * dice.Fraction() * 2_600));
        return next < SyntheticCountry.Reference && next.DayNumber - First.DayNumber < Days + 30 ? next : null;
    }
}
