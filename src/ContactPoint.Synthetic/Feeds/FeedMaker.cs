using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Names;
using ContactPoint.Synthetic.Places;
using ContactPoint.Synthetic.Queries;

namespace ContactPoint.Synthetic.Feeds;

/// <summary>Makes rows of a feed: children of the country with the mistakes of an office, and one in ten whom the country does not have: brothers, sisters, twins, strangers.</summary>
/// <param name="country">The country.</param>
public sealed class FeedMaker(SyntheticCountry country)
{
    private const double Unknown = 0.10;

    // A stride that shares no factor with any number of children near it, so that no child comes twice in a feed smaller than the country.
    private const long Stride = 7_368_787;

    /// <summary>Rows, the same each time.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<FeedRow> Make(int count) => Enumerable.Range(0, count).Select(number => Row(number));

    /// <summary>One row.</summary>
    /// <param name="number">From 0.</param>
    public FeedRow Row(long number)
    {
        var dice = new Dice(Dice.Seed(country.Seed, Stream.Feed, number));
        var child = country.Child((long)((UInt128)(ulong)(number + 1) * Stride % (ulong)country.ChildCount));
        return dice.Chance(Unknown) ? Slipped(number, Missing(child, dice), null, dice) : Slipped(number, child, child, dice);
    }

    /// <summary>A child's details with mistakes.</summary>
    internal static FeedRow Slipped(long number, SyntheticChild child, SyntheticChild? truth, Dice dice)
    {
        var (forename, surname) = Names(child, dice);
        return new FeedRow(
            number, forename, Middle(child, dice), surname, dice.Below(1_000) switch { < 30 => null, < 35 => !child.IsGirl, _ => child.IsGirl },
            Date(child.DateOfBirth, dice), Postcode(child, dice), truth);
    }

    // What makes false matches: the brother or sister, the twin, and somebody who is like nobody.
    private SyntheticChild Missing(SyntheticChild child, Dice dice)
    {
        var kind = dice.Below(100);
        if (kind < 40) return new SyntheticCountry(country.Seed + 1, country.ChildCount).Child(child.Number);
        var pool = NamePool.All.First(names => names.Community.Name == child.Household.Community);
        var isGirl = dice.Chance(0.5);
        string forename;
        do forename = pool.Forename(isGirl, child.DateOfBirth.Year, dice);
        while (child.Household.Children.Any(known => known.Forename == forename));
        var born = kind < 60 ? child.DateOfBirth : child.DateOfBirth.AddDays((dice.Chance(0.5) ? 1 : -1) * (400 + dice.Below(1_500)));
        return child with { Forename = forename, IsGirl = isGirl, DateOfBirth = born >= SyntheticCountry.Reference ? child.DateOfBirth.AddDays(-500) : born, Middle = null, PreferredForename = null, FormerSurname = null };
    }

    private static (string? Forename, string? Surname) Names(SyntheticChild child, Dice dice)
    {
        var forename = dice.Below(1_000) switch
        {
            < 35 => Slips.Typo(child.Forename, dice),
            < 60 => Slips.Phonetic(child.Forename, dice),
            < 130 when child.PreferredForename is { } called => called,
            < 130 => ShortForms.Of(child.Forename) is { Length: > 0 } forms ? dice.Pick(forms) : null,
            < 142 => child.Middle?.Split(' ')[0],
            < 160 => child.Forename.Split('-', ' ')[0],
            _ => child.Forename,
        } ?? child.Forename;
        var surname = dice.Below(1_000) switch
        {
            < 40 => Slips.Typo(child.Surname, dice),
            < 65 => Slips.Phonetic(child.Surname, dice),
            < 85 => child.FormerSurname ?? NamePool.All[0].Surnames.Draw(dice),
            < 350 when child.Surname.Contains('-', StringComparison.Ordinal) => dice.Pick(child.Surname.Split('-')),
            < 700 => Letters.Plain(child.Surname),
            _ => child.Surname,
        } ?? child.Surname;
        return dice.Chance(0.004) ? (surname, forename) : (Letters.Plain(forename), surname);
    }

    private static string? Middle(SyntheticChild child, Dice dice) => child.Middle is not { } middle ? null : dice.Below(100) switch
    {
        < 35 => null,
        < 50 => middle[..1],
        _ => Letters.Plain(middle),
    };

    private static DateOnly? Date(DateOnly born, Dice dice) => dice.Below(1_000) switch
    {
        < 6 => null,
        < 16 => Slips.DaySwapped(born) ?? born,
        < 38 => Slips.WrongDate(born, dice),
        _ => born,
    };

    private static string? Postcode(SyntheticChild child, Dice dice) => dice.Below(1_000) switch
    {
        < 40 => null,
        < 110 => child.Household.FormerPostcode ?? Elsewhere(child, dice),
        < 130 => Elsewhere(child, dice),
        < 150 => child.Postcode[..^1] + "ABDEFGHJLNPQRSTUWXYZ"[dice.Below(20)],
        _ => child.Postcode,
    };

    private static string Elsewhere(SyntheticChild child, Dice dice) => Postcodes.Whole(
        Postcodes.Outward(child.Household.Authority, dice.Below(Postcodes.Most)), dice.Below(10), dice.Below(Postcodes.Letters), dice.Below(Postcodes.Letters));
}
