using System.Globalization;
using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Services;

/// <summary>What a household has beside its children: street, people who look after them, telephone. Made when asked for.</summary>
public sealed record SyntheticHome
{
    private static readonly string[] Streets =
        "Alder Bank Barley Bridge Canal Castle Chapel Cherry Church Clarendon Coronation Dale Elm Fern Garden Grange Green Hawthorn Hope Jubilee King Langley Lime Maple Meadow Mill Moor Nelson New Northfield Orchard Park Pine Priory Queen Regent River Rose School Spring Station Sycamore Trafalgar Union Victoria Wellington Willow York".Split(' ');

    private static readonly string[] Ways = ["Street", "Road", "Avenue", "Close", "Lane", "Drive", "Way", "Grove"];

    /// <summary>Number and street.</summary>
    public required string Line { get; init; }

    /// <summary>Post town: the authority's name.</summary>
    public required string Town { get; init; }

    /// <summary>Number and street before the last move; null when there was none.</summary>
    public string? FormerLine { get; init; }

    /// <summary>Who looks after the children.</summary>
    public required IReadOnlyList<SyntheticCarer> Carers { get; init; }

    /// <summary>Of a household.</summary>
    /// <param name="household">The household.</param>
    public static SyntheticHome Of(SyntheticHousehold household)
    {
        ArgumentNullException.ThrowIfNull(household);
        var dice = new Dice(Dice.Mix((ulong)household.Number * 2_654_435_761 + (ulong)household.Children[0].DateOfBirth.DayNumber));
        return new SyntheticHome
        {
            Line = Street(dice),
            Town = household.Authority.Name,
            FormerLine = household.FormerPostcode is null ? null : Street(dice),
            Carers = [.. CarersOf(household, dice)],
        };
    }

    private static IEnumerable<SyntheticCarer> CarersOf(SyntheticHousehold household, Dice dice)
    {
        var names = NamePool.All.First(pool => pool.Community.Name == household.Community);
        SyntheticCarer Person(bool isWoman, CarerRole role, bool isParent, string? surname = null) => new(
            names.Forename(isWoman, 2008, dice), surname ?? household.FamilyName, role, isParent,
            string.Create(CultureInfo.InvariantCulture, $"07700 900{dice.Below(1_000):D3}"));
        switch (household.Kind)
        {
            case HouseholdKind.Mother:
                yield return Person(true, CarerRole.Mother, true);
                break;
            case HouseholdKind.Father:
                yield return Person(false, CarerRole.Father, true);
                break;
            case HouseholdKind.StepFamily:
                yield return Person(true, CarerRole.Mother, true);
                yield return Person(false, CarerRole.StepParent, false);
                break;
            case HouseholdKind.Foster:
                yield return Person(true, CarerRole.Foster, false, names.Surnames.Draw(dice));
                break;
            case HouseholdKind.Grandparent:
                yield return Person(true, CarerRole.Grandparent, dice.Chance(0.5));
                break;
            default:
                yield return Person(true, CarerRole.Mother, true, dice.Chance(0.3) ? names.Surnames.Draw(dice) : null);
                yield return Person(false, CarerRole.Father, true);
                break;
        }
    }

    private static string Street(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"{1 + dice.Below(160)} {dice.Pick(Streets)} {dice.Pick(Ways)}");
}

/// <summary>An invented person who looks after children.</summary>
/// <param name="Forename">Given name.</param>
/// <param name="Surname">Family name.</param>
/// <param name="Role">How the person stands to the children.</param>
/// <param name="IsResponsible">Has parental responsibility.</param>
/// <param name="Phone">From the range that is kept for drama.</param>
public sealed record SyntheticCarer(string Forename, string Surname, CarerRole Role, bool IsResponsible, string Phone);

/// <summary>How a carer stands to the children.</summary>
public enum CarerRole
{
    /// <summary>Mother.</summary>
    Mother = 1,

    /// <summary>Father.</summary>
    Father = 2,

    /// <summary>Step-parent.</summary>
    StepParent = 3,

    /// <summary>Grandparent.</summary>
    Grandparent = 4,

    /// <summary>Foster carer.</summary>
    Foster = 5,
}
