using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Queries;

/// <summary>The mistakes that people make with names and dates. Null where one cannot be made.</summary>
internal static class Slips
{
    private const string Keys = "qwertyuiop asdfghjkl  zxcvbnm";
    private const int RowLength = 11;

    /// <summary>A letter left out, doubled, swapped with the next, or the key beside it.</summary>
    public static string? Typo(string name, Dice dice)
    {
        if (name.Length < 3) return null;
        for (var tries = 0; tries < 12; tries++)
        {
            // The first letter is seldom wrong: it is looked at.
            var at = dice.Chance(0.1) ? 0 : 1 + dice.Below(name.Length - 1);
            if (!char.IsLetter(name[at])) continue;
            var slip = dice.Below(100) switch
            {
                < 30 => name.Remove(at, 1),
                < 50 => name.Insert(at, name[at].ToString()),
                < 72 => at + 1 < name.Length && char.IsLetter(name[at + 1]) ? $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}" : null,
                < 90 => Beside(name[at], dice) is { } key ? $"{name[..at]}{key}{name[(at + 1)..]}" : null,
                _ => $"{name[..at]}{(char)('a' + dice.Below(26))}{name[at..]}",
            };
            if (slip is { Length: > 1 } && !string.Equals(slip, name, StringComparison.OrdinalIgnoreCase)) return slip;
        }

        return null;
    }

    /// <summary>Another spelling that sounds alike, after one rule or two.</summary>
    public static string? Phonetic(string name, Dice dice)
    {
        var once = Spellings.Heard(name);
        if (once.Count == 0) return null;
        var heard = dice.Pick(once);
        var twice = Spellings.Heard(heard);
        return twice.Count > 0 && name.Length > 6 && dice.Chance(0.35) && dice.Pick(twice) is { } further && further != name ? further : heard;
    }

    public static DateOnly? DaySwapped(DateOnly date) =>
        date.Day <= 12 && date.Day != date.Month ? new DateOnly(date.Year, date.Day, date.Month) : null;

    /// <summary>A day or two off, the month beside it, a year off, or one digit of the day wrong.</summary>
    public static DateOnly WrongDate(DateOnly date, Dice dice)
    {
        var sign = dice.Chance(0.5) ? 1 : -1;
        var wrong = dice.Below(100) switch
        {
            < 35 => date.AddDays(sign * (1 + dice.Below(2))),
            < 55 => date.AddMonths(sign),
            < 80 => date.AddYears(sign * (dice.Chance(0.85) ? 1 : 2)),
            _ => OtherTens(date, sign),
        };
        return wrong == date ? date.AddDays(1) : wrong;
    }

    // The 5th for the 15th: one digit of the day and nothing else, so the month stays.
    private static DateOnly OtherTens(DateOnly date, int sign)
    {
        var there = date.AddDays(sign * 10);
        return there.Month == date.Month ? there : date.AddDays(sign * -10);
    }

    private static char? Beside(char letter, Dice dice)
    {
        var at = Keys.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        if (at < 0) return null;
        var other = dice.Below(4) switch { 0 => at - 1, 1 => at + 1, 2 => at - RowLength, _ => at + RowLength };
        return other >= 0 && other < Keys.Length && Keys[other] != ' ' ? Keys[other] : null;
    }
}
