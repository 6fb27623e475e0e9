using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>Thresholds and cautions by which scores become decisions. Twins, same-name siblings and missing given names are never linked on thin evidence.</summary>
public sealed record DecisionRule
{
    /// <summary>The rule that goes with <see cref="MatchModel.Current"/>.</summary>
    public static DecisionRule V1 { get; } = new();

    /// <summary>Bits above even odds, after the prior of one in the population, from which a pair may be linked. 10 bits are .999.</summary>
    public double LinkBits { get; init; } = 10;

    /// <summary>Bits above even odds from which a person is asked; below, there is no match.</summary>
    public double ReviewBits { get; init; } = -3;

    /// <summary>The least distance to the runner-up in bits.</summary>
    public double MarginBits { get; init; } = 6;

    /// <summary>Decides.</summary>
    /// <param name="candidates">One score for each candidate child, best first.</param>
    /// <param name="population">How many children the candidates were drawn from.</param>
    public MatchDecision Decide(IReadOnlyList<MatchScore> candidates, long population)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (candidates.Count == 0)
            return new(MatchOutcome.NoMatch, MatchCaution.Score, double.PositiveInfinity, 0);
        var best = candidates[0];
        var posterior = best.Bits - Math.Log2(Math.Max(1, population));
        var margin = candidates.Count > 1 ? best.Bits - candidates[1].Bits : double.PositiveInfinity;
        var caution = Doubt(best);
        if (caution == MatchCaution.None && posterior < LinkBits)
            caution = MatchCaution.Score;
        if (caution == MatchCaution.None && margin < MarginBits)
            caution = MatchCaution.RunnerUp;
        var outcome = caution == MatchCaution.None ? MatchOutcome.Link
            : posterior >= ReviewBits ? MatchOutcome.Review
            : MatchOutcome.NoMatch;
        return new(outcome, caution, margin, best.Probability(population));
    }

    private static MatchCaution Doubt(MatchScore score)
    {
        var sameNumber = score.Level(MatchField.Identifier) == (byte)IdentifierLevel.Same;
        if (score.Level(MatchField.Identifier) == (byte)IdentifierLevel.Different)
            return MatchCaution.Identifier;
        var given = Given(score, sameNumber);
        if (given != MatchCaution.None)
            return given;
        if (!DateIsSafe(score, sameNumber))
            return MatchCaution.DateOfBirth;
        return score.Level(MatchField.Gender) == (byte)GenderLevel.Different ? MatchCaution.Gender : MatchCaution.None;
    }

    // Family name, date and postcode are all one household fact for twins: the given name alone tells them apart.
    private static MatchCaution Given(MatchScore score, bool sameNumber)
    {
        var level = (NameLevel)score.Level(MatchField.Given);
        if (level == NameLevel.Missing)
            return MatchCaution.GivenNameMissing;
        if (level == NameLevel.Different)
            return MatchCaution.GivenNameDiffers;
        if (sameNumber)
            return MatchCaution.None;
        if ((NameOrder)score.Level(MatchField.NameOrder) == NameOrder.MiddleUsed)
            return MatchCaution.GivenNameDiffers;
        return level switch
        {
            NameLevel.Exact or NameLevel.SameLetters or NameLevel.Nickname => MatchCaution.None,
            NameLevel.OneEdit or NameLevel.Phonetic when !score.GivenNameInUse => MatchCaution.None,
            _ => MatchCaution.GivenNamesAlike,
        };
    }

    // Brothers and sisters are nine months apart or more: a slip of day or month is safe where all else is exact, a slip of the year is not.
    private static bool DateIsSafe(MatchScore score, bool sameNumber)
    {
        var level = (DateLevel)score.Level(MatchField.DateOfBirth);
        if (level == DateLevel.Exact)
            return true;
        if (level is DateLevel.Missing or DateLevel.Different)
            return false;
        if (sameNumber)
            return true;
        return level is DateLevel.DayMonthSwapped or DateLevel.NextDay or DateLevel.NextMonth or DateLevel.OneDigit
            && score.Level(MatchField.Family) is (byte)NameLevel.Exact or (byte)NameLevel.SameLetters
            && score.Level(MatchField.Given) is (byte)NameLevel.Exact or (byte)NameLevel.SameLetters
            && (PostcodeLevel)score.Level(MatchField.Postcode) is PostcodeLevel.Full or PostcodeLevel.OneCharacter;
    }
}
