using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Families;

/// <summary>Gives a child of a family its names, in its community's way.</summary>
internal static class ChildNames
{
    private static readonly string[] DayBoys = ["Kwasi", "Kwadwo", "Kwabena", "Kwaku", "Yaw", "Kofi", "Kwame"];
    private static readonly string[] DayGirls = ["Akosua", "Adwoa", "Abena", "Akua", "Yaa", "Afia", "Ama"];
    private static readonly string[] Sons = ["Miah", "Uddin", "Ahmed", "Ali", "Islam", "Rahman", "Hussain"];
    private static readonly string[] Daughters = ["Begum", "Khatun", "Akter", "Khanom", "Sultana", "Bibi", "Nessa"];
    private static readonly string[] GivenToBoys = ["Muhammad", "Mohammed", "Mohammad", "Abdul"];

    public static (string Forename, string? Middle, string Surname) Of(Family family, bool isGirl, DateOnly born, HashSet<string> taken, Dice dice)
    {
        string forename;
        var tries = 0;
        do forename = family.Names.Forename(isGirl, born.Year, dice);
        while (taken.Contains(forename) && ++tries < 20);
        taken.Add(forename);
        var middle = Middle(family, isGirl, born, dice);
        return Shape(family, isGirl, born, forename, middle == forename ? null : middle, dice);
    }

    private static string? Middle(Family family, bool isGirl, DateOnly born, Dice dice)
    {
        var share = family.Names.Community.Way switch
        {
            NamingWay.English or NamingWay.Welsh or NamingWay.Celtic => 0.82,
            NamingWay.Yoruba or NamingWay.Akan or NamingWay.Plain => 0.6,
            NamingWay.Polish or NamingWay.Iberian => 0.35,
            _ => 0.22,
        };
        if (!dice.Chance(share)) return null;

        // A middle name is a grandparent's as often as not: drawn from older years.
        var first = family.Names.Forename(isGirl, dice.Chance(0.5) ? 2008 : born.Year, dice);
        return dice.Chance(0.11) ? $"{first} {family.Names.Forename(isGirl, 2008, dice)}" : first;
    }

    private static (string, string?, string) Shape(Family family, bool isGirl, DateOnly born, string forename, string? middle, Dice dice)
    {
        var surname = family.Surname;
        switch (family.Names.Community.Way)
        {
            case NamingWay.Pakistani:
                return !isGirl && dice.Chance(0.3) && forename is not "Muhammad" and not "Mohammed"
                    ? dice.Chance(0.5) ? ($"{dice.Pick(GivenToBoys)} {forename}", middle, surname) : (dice.Pick(GivenToBoys), forename, surname)
                    : (forename, isGirl && dice.Chance(0.15) ? "Bibi" : middle, surname);
            case NamingWay.Bangladeshi:
                return dice.Chance(0.55) ? (forename, middle, surname) : (forename, middle, dice.Pick(isGirl ? Daughters : Sons));
            case NamingWay.Sikh:
                var title = isGirl ? "Kaur" : "Singh";
                return family.UsesTitle ? (forename, null, title) : (forename, dice.Chance(0.6) ? title : middle, surname is "Kaur" or "Singh" ? title : surname);
            case NamingWay.Indian:
                return (forename, dice.Chance(0.3) ? family.FatherForename : middle, surname);
            case NamingWay.Tamil:
                return (forename, middle, family.UsesTitle ? family.FatherForename : surname);
            case NamingWay.Somali:
                return (forename, family.FatherForename, surname);
            case NamingWay.Akan:
                return dice.Chance(0.4) ? (forename, (isGirl ? DayGirls : DayBoys)[(int)born.DayOfWeek], surname) : (forename, middle, surname);
            case NamingWay.Polish or NamingWay.Slavic:
                return (Plain(forename, family), Plain(middle, family), Plain(isGirl && family.UsesTitle ? Feminine(surname) : surname, family)!)!;
            case NamingWay.Arabic:
                return (forename, middle, family.UsesTitle ? surname.Replace('-', ' ') : surname);
            case NamingWay.Vietnamese:
                return (forename, isGirl ? dice.Chance(0.5) ? "Thi" : middle : dice.Chance(0.4) ? "Van" : middle, surname);
            case NamingWay.Welsh when family.UsesTitle:
                return (forename, middle, (isGirl ? "ferch " : "ap ") + family.FatherForename);
            default:
                return (family.DropsMarks ? Letters.Plain(forename) : forename, family.DropsMarks && middle is not null ? Letters.Plain(middle) : middle, family.DropsMarks ? Letters.Plain(surname) : surname);
        }
    }

    private static string? Plain(string? name, Family family) => name is null || !family.DropsMarks ? name : Letters.Plain(name);

    private static string Feminine(string surname) =>
        surname.EndsWith("ski", StringComparison.Ordinal) || surname.EndsWith("cki", StringComparison.Ordinal) || surname.EndsWith("dzki", StringComparison.Ordinal) ? surname[..^1] + "a"
        : surname.EndsWith("ov", StringComparison.Ordinal) || surname.EndsWith("ev", StringComparison.Ordinal) ? surname + "a"
        : surname;
}
