using ContactPoint.Synthetic.Families;
using ContactPoint.Synthetic.Places;

namespace ContactPoint.Synthetic.Services;

/// <summary>Where a child is educated, and who works with it.</summary>
/// <param name="Education">Where it is educated.</param>
/// <param name="Involvements">School and practice first.</param>
public sealed record SyntheticCare(SyntheticEducation Education, IReadOnlyList<SyntheticInvolvement> Involvements)
{
    /// <summary>The school's number; null when the child is at none.</summary>
    public int? School => Of(ServiceRole.School);

    /// <summary>The practice's number; null when the child is with none.</summary>
    public int? Practice => Of(ServiceRole.GeneralPractice);

    private int? Of(ServiceRole role)
    {
        foreach (var involvement in Involvements)
            if (involvement.Role == role) return involvement.Organisation;
        return null;
    }
}

/// <summary>Where a child is educated.</summary>
public enum SyntheticEducation
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>At school.</summary>
    School = 1,

    /// <summary>At home.</summary>
    Home = 2,

    /// <summary>Missing education.</summary>
    Missing = 3,

    /// <summary>Below school age.</summary>
    TooYoung = 4,
}

/// <summary>Places children with schools, practices and workers of their authority; neighbours go to the same ones.</summary>
internal static class CareMaker
{
    private const int Reception = 4;
    private const int Secondary = 11;
    private const int Sixteen = 16;
    private static readonly DateOnly Today = SyntheticCountry.Reference;

    public static SyntheticCare Make(int seed, AuthorityServices own, SyntheticChild child)
    {
        var dice = new Dice(Dice.Seed(seed, Stream.Child, child.Number));
        var place = new Dice(Dice.Mix((ulong)(child.Household.Number / Neighbourhood.Children) + 1));
        var (primary, secondary, practice) = (place.Below(own.Primaries), place.Below(own.Secondaries), place.Below(own.Practices));
        var found = new List<SyntheticInvolvement>(3);
        var education = Education(child.Age, dice);
        if (education == SyntheticEducation.School)
        {
            var isPrimary = child.Age < Secondary;
            var kind = isPrimary ? ServiceKind.Primary : ServiceKind.Secondary;
            var count = isPrimary ? own.Primaries : own.Secondaries;
            var which = dice.Chance(0.8) ? isPrimary ? primary : secondary : dice.Below(count);
            var since = new DateOnly(Today.Year - (child.Age - (isPrimary ? Reception : Secondary)), 9, 1);
            found.Add(new(ServiceRole.School, own.Organisation(kind, which), null, since > Today ? Today : since, null));
            if (dice.Chance(0.05)) found.Add(new(ServiceRole.SpecialNeeds, own.Organisation(kind, which), own.Practitioner(ServiceRole.SpecialNeeds, isPrimary ? which : own.Primaries + which), Since(child, dice), null));
        }

        if (dice.Chance(0.975)) found.Add(new(ServiceRole.GeneralPractice, own.Organisation(ServiceKind.Practice, dice.Chance(0.9) ? practice : dice.Below(own.Practices)), null, Earliest(child), null));
        if (child.Age < Reception && dice.Chance(0.4)) Add(found, own, ServiceRole.HealthVisitor, ServiceKind.SchoolHealth, own.HealthVisitors, Earliest(child), null, dice);
        if (child.Age >= Reception && dice.Chance(0.03)) Add(found, own, ServiceRole.SchoolNurse, ServiceKind.SchoolHealth, own.Nurses, Since(child, dice), null, dice);
        if (dice.Chance(0.033)) Add(found, own, ServiceRole.SocialWorker, ServiceKind.SocialCare, own.SocialWorkers, Since(child, dice), null, dice);
        if (dice.Chance(0.04)) Add(found, own, ServiceRole.FamilySupport, ServiceKind.FamilySupport, own.FamilyWorkers, Since(child, dice), dice.Chance(0.4) ? Today.AddDays(-dice.Below(300)) : null, dice);
        if (child.Age >= 10 && dice.Chance(0.006)) Add(found, own, ServiceRole.YouthJustice, ServiceKind.YouthJustice, AuthorityServices.YouthWorkers, Since(child, dice), null, dice);
        if (dice.Chance(0.015)) Add(found, own, ServiceRole.Voluntary, ServiceKind.Voluntary, AuthorityServices.ProjectWorkers, Since(child, dice), null, dice);
        return new SyntheticCare(education, found);
    }

    private static void Add(List<SyntheticInvolvement> found, AuthorityServices own, ServiceRole role, ServiceKind kind, int staff, DateOnly start, DateOnly? end, Dice dice) =>
        found.Add(new(role, own.Organisation(kind), own.Practitioner(role, dice.Below(staff)), end < start ? end.Value : start, end));

    private static SyntheticEducation Education(int age, Dice dice) => age < Reception ? SyntheticEducation.TooYoung : dice.Below(1_000) switch
    {
        < 12 => SyntheticEducation.Home,
        < 20 => SyntheticEducation.Missing,
        var other when age >= Sixteen && other < 320 => SyntheticEducation.Unknown,
        _ => SyntheticEducation.School,
    };

    private static DateOnly Earliest(SyntheticChild child) => child.DateOfBirth.AddDays(Math.Min(20, Today.DayNumber - child.DateOfBirth.DayNumber - 1));

    private static DateOnly Since(SyntheticChild child, Dice dice) =>
        Today.AddDays(-1 - dice.Below(Math.Min(900, Today.DayNumber - child.DateOfBirth.DayNumber)));
}
