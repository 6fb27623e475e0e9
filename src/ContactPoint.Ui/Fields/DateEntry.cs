using System.Globalization;

namespace ContactPoint.Ui.Fields;

/// <summary>A date as somebody typed it, kept as text so that a mistake can be shown back and put right.</summary>
/// <param name="Day">1 to 31.</param>
/// <param name="Month">1 to 12, or the month's name or its beginning of at least three letters in the language in use.</param>
/// <param name="Year">Four digits.</param>
public sealed record DateEntry(string Day, string Month, string Year)
{
    /// <summary>Nothing typed.</summary>
    public static DateEntry Empty { get; } = new("", "", "");

    /// <summary>True if no part holds anything.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day + Month + Year);

    /// <summary>The parts of a known date.</summary>
    public static DateEntry From(DateOnly date) => new(
        date.Day.ToString(CultureInfo.InvariantCulture),
        date.Month.ToString(CultureInfo.InvariantCulture),
        date.Year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>The date, or null if the parts are not a real date between 1900 and 2199.</summary>
    public DateOnly? Read() =>
        Number(Day) is { } day && ReadMonth() is { } month && Number(Year) is >= 1900 and < 2200 and var year
        && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private int? ReadMonth()
    {
        if (Number(Month) is { } number)
            return number is >= 1 and <= 12 ? number : null;
        var typed = Month.Trim().TrimEnd('.');
        if (typed.Length < 3)
            return null;
        var names = CultureInfo.CurrentCulture.DateTimeFormat.MonthNames;
        for (var month = 1; month <= 12; month++)
        {
            if (names[month - 1].StartsWith(typed, true, CultureInfo.CurrentCulture))
                return month;
        }

        return null;
    }

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
