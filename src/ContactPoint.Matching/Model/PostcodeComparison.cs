using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Model;

/// <summary>Classifies how a postcode or district that was asked for agrees with a postcode that is held.</summary>
public static class PostcodeComparison
{
    /// <summary>The strongest level that holds.</summary>
    /// <param name="outward">The district asked for, or null.</param>
    /// <param name="inward">The inward part asked for, or null when a district alone was given.</param>
    /// <param name="stored">The postcode held, or null.</param>
    public static PostcodeLevel Level(OutwardCode? outward, string? inward, Postcode? stored)
    {
        if (outward is not { } asked || stored is not { } held)
            return PostcodeLevel.Missing;
        var district = District(asked, held.Outward);
        return Whole(district, IsNeighbour(asked, held.Outward), inward, held.Inward);
    }

    /// <summary>The level of two districts alone.</summary>
    internal static PostcodeLevel District(OutwardCode asked, OutwardCode held) => asked == held ? PostcodeLevel.District
        : asked.Area == held.Area ? PostcodeLevel.Area
        : PostcodeLevel.Different;

    internal static bool IsNeighbour(OutwardCode asked, OutwardCode held) => EditDistance.Bounded(asked.Value, held.Value, 1) == 1;

    internal static PostcodeLevel Whole(PostcodeLevel district, bool districtNeighbour, string? inward, string heldInward)
    {
        if (inward is null)
            return district;
        if (district == PostcodeLevel.District)
        {
            return inward == heldInward ? PostcodeLevel.Full
                : EditDistance.Bounded(inward, heldInward, 1) == 1 ? PostcodeLevel.OneCharacter
                : PostcodeLevel.District;
        }

        return districtNeighbour && inward == heldInward ? PostcodeLevel.OneCharacter : district;
    }
}
