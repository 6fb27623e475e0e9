using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic;

/// <summary>
/// An invented England with any number of children. It is never held: the number of a neighbourhood is all that its sixty children follow from, so
/// it can be read as a stream in little memory, begun anywhere, cut up among cores, and asked for one child. One seed makes one country.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="children">How many children.</param>
public sealed class SyntheticCountry(int seed, long children)
{
    /// <summary>The day on which the country stands still: nobody is eighteen yet, nobody is born after it.</summary>
    public static readonly DateOnly Reference = new(2026, 9, 1);

    /// <summary>How many children one neighbourhood has.</summary>
    public const int ChildrenOfNeighbourhood = Neighbourhood.Children;

    /// <summary>The seed.</summary>
    public int Seed { get; } = seed;

    /// <summary>How many children.</summary>
    public long ChildCount { get; } = children;

    /// <summary>How many neighbourhoods.</summary>
    public long NeighbourhoodCount => (ChildCount + Neighbourhood.Children - 1) / Neighbourhood.Children;

    /// <summary>Whole years at <see cref="Reference"/>.</summary>
    /// <param name="born">Date of birth.</param>
    public static int AgeOf(DateOnly born)
    {
        var years = Reference.Year - born.Year;
        return born.AddYears(years) > Reference ? years - 1 : years;
    }

    /// <summary>Every child, in order of number.</summary>
    public IEnumerable<SyntheticChild> Children() => Households().SelectMany(household => household.Children);

    /// <summary>Every household, in order of number.</summary>
    public IEnumerable<SyntheticHousehold> Households()
    {
        for (var number = 0L; number < NeighbourhoodCount; number++)
            foreach (var household in HouseholdsOf(number))
                yield return household;
    }

    /// <summary>The households of one neighbourhood. Safe from several threads at once.</summary>
    /// <param name="neighbourhood">From 0 to below <see cref="NeighbourhoodCount"/>.</param>
    public IEnumerable<SyntheticHousehold> HouseholdsOf(long neighbourhood)
    {
        var place = Neighbourhood.Make(Seed, neighbourhood, new Dice(0));
        var maker = new HouseholdMaker(Seed, place);
        var first = neighbourhood * Neighbourhood.Children;
        var end = Math.Min(first + Neighbourhood.Children, ChildCount);
        for (var number = first; number < end;)
        {
            var household = maker.Make(number, (int)(end - number));
            number += household.Children.Count;
            yield return household;
        }
    }

    /// <summary>One child.</summary>
    /// <param name="number">From 0 to below <see cref="ChildCount"/>.</param>
    public SyntheticChild Child(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, ChildCount);
        return HouseholdsOf(number / Neighbourhood.Children).SelectMany(household => household.Children).First(child => child.Number == number);
    }
}
