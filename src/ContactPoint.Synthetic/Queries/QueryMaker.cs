using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Queries;

/// <summary>Makes queries of every class about children drawn from all of the country, each with its true child.</summary>
/// <param name="country">The country.</param>
public sealed class QueryMaker(SyntheticCountry country)
{
    private const int MostTries = 5_000;

    /// <summary>Queries of every class, class by class: the same each time.</summary>
    /// <param name="perClass">How many of each.</param>
    public IEnumerable<SyntheticQuery> Make(int perClass) =>
        Enum.GetValues<QueryClass>().SelectMany((kind, index) => Enumerable.Range(0, perClass).Select(number => Make(kind, ((long)index * perClass) + number)));

    /// <summary>One query: a child to whom the class can apply, and the mistake.</summary>
    /// <param name="kind">The class.</param>
    /// <param name="number">The number of the query; decides child and mistake.</param>
    public SyntheticQuery Make(QueryClass kind, long number)
    {
        var dice = new Dice(Dice.Seed(country.Seed, Stream.Query, (number * 32) + (int)kind));
        for (var tries = 0; tries < MostTries; tries++)
        {
            var block = (long)(dice.Fraction() * country.NeighbourhoodCount);

            // Half a double surname and the like are rare: any child of the neighbourhood will do, begun at a random one.
            var there = country.HouseholdsOf(block).SelectMany(household => household.Children).ToList();
            var start = dice.Below(there.Count);
            for (var i = 0; i < there.Count; i++)
            {
                if (About(there[(start + i) % there.Count], kind, number, dice) is { } query) return query;
                if (!IsRare(kind)) break;
            }
        }

        throw new InvalidOperationException($"No child of this country can be asked for by {kind}.");
    }

    private static bool IsRare(QueryClass kind) =>
        kind is QueryClass.HalfDouble or QueryClass.Nickname or QueryClass.NicknameDaySwapped or QueryClass.NicknameTypoWrongDate or QueryClass.MiddleName;

    private static SyntheticQuery? About(SyntheticChild child, QueryClass kind, long number, Dice dice)
    {
        var (forename, surname, born) = Names(child, kind, dice);
        if (forename is null && kind != QueryClass.NoForename) return null;
        if (surname is null || born is null) return null;
        var outward = child.Postcode[..child.Postcode.IndexOf(' ', StringComparison.Ordinal)];
        return new SyntheticQuery(
            number, kind, forename, surname, kind is QueryClass.AgeOutward or QueryClass.NameOnly ? null : born, kind == QueryClass.AgeOutward ? child.Age : null,
            dice.Chance(0.5) ? child.IsGirl : null, kind is QueryClass.AgeOutward or QueryClass.SurnameChanged ? outward : null, child);
    }

    private static (string? Forename, string? Surname, DateOnly? Born) Names(SyntheticChild child, QueryClass kind, Dice dice)
    {
        var (forename, surname, born) = (child.Forename, child.Surname, child.DateOfBirth);
        return kind switch
        {
            QueryClass.SurnameTypo => (forename, Slips.Typo(surname, dice), born),
            QueryClass.Phonetic => (Slips.Phonetic(forename, dice), Slips.Phonetic(surname, dice), born),
            QueryClass.Nickname => (ShortForm(child, dice), surname, born),
            QueryClass.DaySwapped => (forename, surname, Slips.DaySwapped(born)),
            QueryClass.WrongDate => (forename, surname, Slips.WrongDate(born, dice)),
            QueryClass.BothTypo => (Slips.Typo(forename, dice), Slips.Typo(surname, dice), born),
            QueryClass.NamesSwapped => (surname, forename, born),
            QueryClass.Prefixes => (Prefix(forename, dice), Prefix(surname, dice), born),
            QueryClass.NoForename => (null, surname, born),
            QueryClass.SurnameChanged => (forename, child.FormerSurname is { } former && dice.Chance(0.5) ? former : Stranger(surname, dice), born),
            QueryClass.MiddleName => (child.Middle, surname, born),
            QueryClass.HalfDouble => (forename, Half(surname, dice), born),
            QueryClass.TypoWrongDate => (forename, Slips.Typo(surname, dice), Slips.WrongDate(born, dice)),
            QueryClass.NicknameDaySwapped => (ShortForm(child, dice), surname, Slips.DaySwapped(born)),
            QueryClass.PhoneticWrongDate => (Slips.Phonetic(forename, dice), Slips.Phonetic(surname, dice), Slips.WrongDate(born, dice)),
            QueryClass.NicknameTypoWrongDate => (ShortForm(child, dice), Slips.Typo(surname, dice), Slips.WrongDate(born, dice)),
            _ => (forename, surname, born),
        };
    }

    private static string? ShortForm(SyntheticChild child, Dice dice)
    {
        var forms = ShortForms.Of(child.Forename);
        return forms.Length == 0 ? null : dice.Pick(forms);
    }

    private static string? Prefix(string name, Dice dice) => name.Length < 5 ? null : name[..(3 + dice.Below(2))];

    private static string? Half(string surname, Dice dice)
    {
        var parts = surname.Split('-', ' ');
        return parts.Length == 2 && parts.All(part => part.Length > 2) ? parts[dice.Below(2)] : null;
    }

    private static string? Stranger(string surname, Dice dice)
    {
        var other = NamePool.All[0].Surnames.Draw(dice);
        return other == surname ? null : other;
    }
}
