namespace ContactPoint.Demo.Families;

/// <summary>English school years: a child's year goes by the age on 31 August before it.</summary>
internal readonly record struct SchoolYear(int Start)
{
    public const int Reception = 4;
    public const int Sixteen = 16;

    private const int September = 9;

    public static SchoolYear At(DateOnly day) => new(day.Month >= September ? day.Year : day.Year - 1);

    public DateOnly FirstDay => new(Start, September, 2);

    public int AgeOf(DateOnly birth) => Age(birth, new DateOnly(Start, 8, 31));

    public static int Age(DateOnly birth, DateOnly on) => on.Year - birth.Year - (on < birth.AddYears(on.Year - birth.Year) ? 1 : 0);
}
