using System.Collections.Immutable;

namespace ContactPoint.Matching.Model;

/// <summary>A versioned Fellegi-Sunter model: for each field, how likely each level of agreement is for one person and for two.</summary>
/// <remarks>
/// Source: I. Fellegi and A. Sunter, "A theory for record linkage", JASA 64 (1969). m-probabilities of the third version are set by hand for a children's
/// register, slips as often as they are met in searches; <see cref="ExpectationMaximisation"/> learns others. u-probabilities of names and districts come from the directory itself.
/// </remarks>
public sealed record MatchModel
{
    /// <summary>The model in use, the third: results and audit name it by its <see cref="Version"/>.</summary>
    public static MatchModel Current { get; } = new()
    {
        Version = "contactpoint-fs-3",
        Family = new(
            [0, .869, .012, .065, .001, .012, .010, .015, .006, .001, .001, .008],
            [0, .0010, .0011, .0025, .0025, .0040, .0080, .0085, .0100, .0101, .0102, .985]),
        Given = new(
            [0, .766, .010, .065, .080, .017, .010, .010, .010, .010, .005, .017],
            [0, .0030, .0031, .0070, .0120, .0160, .0260, .0265, .0300, .0340, .0400, .955]),
        Middle = new(
            [0, .700, .010, .030, .020, .010, .010, .020, .010, .005, .085, .100],
            [0, .0100, .0101, .0150, .0200, .0250, .0350, .0355, .0400, .0450, .1000, .880]),
        DateOfBirth = new(
            [0, .865, .030, .029, .016, .0175, .0065, .019, .0032, .0016, .0088, .0016, .0018],
            [0, .000152, .00006, .00030, .00030, .00030, .00025, .0025, .0011, .0010, .0042, .0011, .9887]),
        Age = new([0, .850, .130, .020], [0, .055, .110, .835]),
        Gender = new([0, .985, .015], [0, .500, .500]),
        Postcode = new([0, .720, .040, .080, .050, .110], [0, .000005, .0001, .0005, .0100, .989]),
        Identifier = new([0, .990, .010], [0, .0000001, 1]),
        NameOrder = new([1, .006, .015], [1, 1, 1]),
        NameWays = [1, 1, 2, 30, 4, 10, 1000, 2, 4, 120, 1],
    };

    /// <summary>Names the model in results and audit.</summary>
    public required string Version { get; init; }

    /// <summary>Family name, by <see cref="Names.NameLevel"/>; u is cumulated over stronger levels.</summary>
    public required LevelTable Family { get; init; }

    /// <summary>Given name, by <see cref="Names.NameLevel"/>; u is cumulated over stronger levels.</summary>
    public required LevelTable Given { get; init; }

    /// <summary>Middle name, by <see cref="Names.NameLevel"/>.</summary>
    public required LevelTable Middle { get; init; }

    /// <summary>Date of birth, by <see cref="Dates.DateLevel"/>; u assumes births spread evenly over eighteen years.</summary>
    public required LevelTable DateOfBirth { get; init; }

    /// <summary>Age, by <see cref="AgeLevel"/>.</summary>
    public required LevelTable Age { get; init; }

    /// <summary>Gender, by <see cref="GenderLevel"/>.</summary>
    public required LevelTable Gender { get; init; }

    /// <summary>Postcode, by <see cref="PostcodeLevel"/>.</summary>
    public required LevelTable Postcode { get; init; }

    /// <summary>Sector number, by <see cref="IdentifierLevel"/>.</summary>
    public required LevelTable Identifier { get; init; }

    /// <summary>In how many ways a name is commonly written at each <see cref="Names.NameLevel"/> below "different".</summary>
    public required ImmutableArray<double> NameWays { get; init; }

    /// <summary>Share of true matches with names in this order, by <see cref="Model.NameOrder"/>; the direct order weighs nothing.</summary>
    public required LevelTable NameOrder { get; init; }

    /// <summary>The share of slips of a name that make another name in use.</summary>
    internal const double ToAName = 0.5;

    /// <summary>The weight of a name order, in units.</summary>
    internal int OrderWeight(NameOrder order) => order == Model.NameOrder.Direct ? 0 : NameOrder.Weight((int)order);

    /// <summary>Same surname at the same postcode is one household fact: half of the lesser of the two is taken back, in units.</summary>
    internal static int HouseholdOverlap(int familyWeight, int postcodeWeight) =>
        familyWeight > 0 && postcodeWeight > 0 ? -Math.Min(familyWeight, postcodeWeight) / 2 : 0;
}
