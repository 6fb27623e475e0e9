using ContactPoint.Synthetic.Names;
using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Families;

/// <summary>Makes the households of a neighbourhood one after the other; only a surname is carried on, to relatives next door.</summary>
internal sealed class HouseholdMaker(int seed, Neighbourhood place)
{
    private const double KinNextDoor = 0.025;
    private const double Moved = 0.13;
    private const double Twins = 0.016;
    private const double Renamed = 0.03;
    private const double CalledOtherwise = 0.09;

    private readonly Dice dice = new(0);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private (NamePool Names, string Surname)? neighbour;

    public SyntheticHousehold Make(long number, int most)
    {
        dice.Restart(Dice.Seed(seed, Stream.Household, number));
        var isKin = neighbour is not null && dice.Chance(KinNextDoor);
        var names = isKin ? neighbour!.Value.Names : place.Community(dice);
        var family = Family.Make(names, isKin ? neighbour!.Value.Surname : null, dice);
        var kind = Kind();
        var household = new SyntheticHousehold
        {
            Number = number,
            Authority = place.Authority,
            Postcode = place.Postcode(dice),
            FormerPostcode = dice.Chance(Moved) ? Former() : null,
            FamilyName = family.Surname,
            Kind = kind,
            Community = names.Community.Name,
        };
        neighbour = (names, family.Surname);
        household.Children = Children(household, family, Math.Min(Size(kind), most));
        return household;
    }

    private SyntheticChild[] Children(SyntheticHousehold household, Family family, int count)
    {
        taken.Clear();
        var births = Births(count);
        var before = household.Kind == HouseholdKind.StepFamily ? Family.Make(dice.Chance(0.8) ? family.Names : place.Community(dice), null, dice) : null;
        var elder = before is null ? 0 : 1 + dice.Below(births.Count);
        return [.. births.Select((born, index) => Child(household, household.Kind == HouseholdKind.Foster && index > 0 && dice.Chance(0.5)
            ? Family.Make(place.Community(dice), null, dice)
            : index < elder ? before! : family, born, household.Number + index))];
    }

    private SyntheticChild Child(SyntheticHousehold household, Family family, DateOnly born, long number)
    {
        var isGirl = dice.Chance(0.488);
        var (forename, middle, surname) = ChildNames.Of(family, isGirl, born, taken, dice);
        var former = dice.Chance(household.Kind is HouseholdKind.StepFamily or HouseholdKind.Foster or HouseholdKind.Grandparent ? 4 * Renamed : Renamed)
            ? family.Names.Surnames.Draw(dice) : null;
        return new SyntheticChild
        {
            Number = number,
            Household = household,
            Forename = forename,
            Middle = middle,
            Surname = surname,
            FormerSurname = former == surname ? null : former,
            PreferredForename = Called(family, forename, middle, isGirl, born),
            IsGirl = isGirl,
            DateOfBirth = born,
        };
    }

    private string? Called(Family family, string forename, string? middle, bool isGirl, DateOnly born)
    {
        // Many children with a Chinese or a West African name go by an English one at school.
        if (family.Names.Community.Way is NamingWay.Chinese && dice.Chance(0.25)) return Other(NamePool.All[0].Forename(isGirl, born.Year, dice), forename);
        if (!dice.Chance(CalledOtherwise)) return null;
        var forms = ShortForms.Of(forename);
        if (forms.Length > 0) return dice.Pick(forms);
        return middle is not null && dice.Chance(0.3) ? Other(middle.Split(' ')[0], forename) : null;
    }

    private static string? Other(string name, string forename) => name == forename ? null : name;

    private List<DateOnly> Births(int count)
    {
        var births = new List<DateOnly>(count) { BirthDates.Draw(dice) };
        while (births.Count < count)
        {
            var last = births[^1];
            if (dice.Chance(Twins)) births.Add(last);
            else births.Add(BirthDates.After(last, dice) ?? BirthDates.Draw(dice));
        }

        births.Sort();
        return births;
    }

    private HouseholdKind Kind() => dice.Below(1_000) switch
    {
        < 690 => HouseholdKind.Couple,
        < 860 => HouseholdKind.Mother,
        < 885 => HouseholdKind.Father,
        < 970 => HouseholdKind.StepFamily,
        < 982 => HouseholdKind.Foster,
        _ => HouseholdKind.Grandparent,
    };

    private int Size(HouseholdKind kind) => dice.Below(1_000) switch
    {
        < 400 => kind == HouseholdKind.StepFamily ? 2 : 1,
        < 810 => 2,
        < 945 => 3,
        < 985 => 4,
        < 997 => 5,
        _ => 6 + dice.Below(3),
    };

    // Half of those who move stay in the authority's districts, half come from anywhere.
    private string Former()
    {
        var from = dice.Chance(0.5) ? place.Authority : Settlement.Draw(dice);
        var districts = Math.Clamp(from.Thousands / 5, 1, Postcodes.Most);
        return Postcodes.Whole(Postcodes.Outward(from, dice.Below(districts)), dice.Below(10), dice.Below(Postcodes.Letters), dice.Below(Postcodes.Letters));
    }
}
