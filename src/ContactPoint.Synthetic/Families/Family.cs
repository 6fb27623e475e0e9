using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Families;

/// <summary>What the children of one household have in common.</summary>
internal sealed record Family(NamePool Names, string Surname, string FatherForename, bool UsesTitle, bool DropsMarks)
{
    private const double DoubleBarrelled = 0.055;
    private const double ApartInTwo = 0.08;

    public static Family Make(NamePool names, string? kin, Dice dice)
    {
        var surname = kin ?? names.Surnames.Draw(dice);
        var way = names.Community.Way;
        var isDouble = way switch
        {
            NamingWay.Iberian => dice.Chance(0.45),
            NamingWay.English or NamingWay.Welsh or NamingWay.Celtic => dice.Chance(DoubleBarrelled),
            NamingWay.Yoruba or NamingWay.Akan or NamingWay.Plain => dice.Chance(0.04),
            _ => dice.Chance(0.01),
        };
        if (isDouble && kin is null && !surname.Contains('-', StringComparison.Ordinal))
        {
            var other = names.Surnames.Draw(dice);
            var apart = way == NamingWay.Iberian ? 0.9 : ApartInTwo;
            if (other != surname && !other.Contains('-', StringComparison.Ordinal)) surname = dice.Chance(apart) ? $"{other} {surname}" : $"{other}-{surname}".Replace(' ', '-');
        }

        var father = names.Forename(isGirl: false, 2008, dice);
        var usesTitle = way switch
        {
            NamingWay.Sikh => dice.Chance(0.38),
            NamingWay.Tamil => dice.Chance(0.5),
            NamingWay.Polish => dice.Chance(0.72),
            NamingWay.Slavic => dice.Chance(0.6),
            NamingWay.Arabic => dice.Chance(0.35),
            NamingWay.Welsh => dice.Chance(0.012),
            _ => false,
        };
        return new Family(names, surname, father, usesTitle, dice.Chance(0.62));
    }
}
