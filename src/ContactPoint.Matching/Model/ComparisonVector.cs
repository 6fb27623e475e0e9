using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>How one pair of records compares, level by level: what <see cref="ExpectationMaximisation"/> learns from.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Given">Given name.</param>
/// <param name="Date">Date of birth.</param>
/// <param name="Gender">Gender.</param>
/// <param name="Postcode">Postcode.</param>
public readonly record struct ComparisonVector(NameLevel Family, NameLevel Given, DateLevel Date, GenderLevel Gender, PostcodeLevel Postcode)
{
    /// <summary>Compares two records.</summary>
    public static ComparisonVector Of(PersonFacts query, PersonFacts stored)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(stored);
        var levels = PairScorer.Levels(NameQuery.Family(query.Family), NameQuery.Given(query.Given), query, stored);
        return new(levels.Family, levels.Given, (DateLevel)levels.Date, levels.Gender, levels.Postcode);
    }

    internal byte this[int field] => field switch
    {
        0 => (byte)Family,
        1 => (byte)Given,
        2 => (byte)Date,
        3 => (byte)Gender,
        _ => (byte)Postcode,
    };
}
