using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Model;

/// <summary>Scores one pair of records without an index, for the steward's side by side and for de-duplication of a file.</summary>
/// <param name="model">The model.</param>
/// <param name="frequencies">How common names and districts are; null takes the model's defaults.</param>
public sealed class PairScorer(MatchModel model, ITermFrequencies? frequencies = null)
{
    // A given name this common is no slip of the pen but a name in use.
    internal const double InUseShare = 2e-6;

    /// <summary>The score, with the waterfall that explains it.</summary>
    /// <param name="query">The incoming record.</param>
    /// <param name="stored">The record held.</param>
    /// <param name="identifier">How numbers of one sector compare, where both records hold one.</param>
    public MatchScore Score(PersonFacts query, PersonFacts stored, IdentifierLevel identifier = IdentifierLevel.Missing)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(stored);
        var family = NameQuery.Family(query.Family);
        var given = NameQuery.Given(query.Given);
        var levels = Levels(family, given, query, stored);
        return Sheet(family, given, query).Explain(levels).WithIdentifier(model, identifier);
    }

    internal static RowLevels Levels(NameQuery? family, NameQuery? given, PersonFacts query, PersonFacts stored)
    {
        var storedFamily = NameForm.Of(stored.Family);
        var storedGiven = NameForm.Of(stored.Given);
        var storedMiddle = NameForm.Of(stored.Middle);
        return new RowLevels
        {
            Family = Level(family, storedFamily),
            Given = Level(given, storedGiven),
            Middle = Level(NameQuery.Given(query.Middle), storedMiddle),
            FamilyAsGiven = given is null ? NameLevel.Missing : Level(family, storedGiven),
            GivenAsFamily = family is null ? NameLevel.Missing : Level(given, storedFamily),
            GivenAsMiddle = Level(given, storedMiddle),
            Date = (byte)DateComparison.Level(query.DateOfBirth, stored.DateOfBirth),
            Gender = Gender(query.Gender, stored.Gender),
            Postcode = PostcodeComparison.Level(query.Postcode?.Outward, query.Postcode?.Inward, stored.Postcode),
        };
    }

    internal static GenderLevel Gender(RecordedGender a, RecordedGender b) =>
        a == RecordedGender.NotSpecified || b == RecordedGender.NotSpecified ? GenderLevel.Missing : a == b ? GenderLevel.Same : GenderLevel.Different;

    private static NameLevel Level(NameQuery? query, NameForm? stored) => query?.Level(stored) ?? NameLevel.Missing;

    private ScoreSheet Sheet(NameQuery? family, NameQuery? given, PersonFacts query)
    {
        var familyShare = family is null ? 0 : frequencies?.Family(family.Form.Text) ?? 0;
        var givenShare = given is null ? 0 : frequencies?.Given(given.Form.Text) ?? 0;
        var postcode = ScoreSheet.Defaults(model.Postcode);
        if (query.Postcode is { } code && frequencies?.District(code.Outward.Value) is > 0 and var share)
            postcode[(int)PostcodeLevel.District] = model.Postcode.Weight((int)PostcodeLevel.District, share);
        return new ScoreSheet
        {
            Model = model,
            Family = Names(model.Family, familyShare),
            Given = Names(model.Given, givenShare),
            Middle = ScoreSheet.Defaults(model.Middle),
            FamilyAsGiven = Names(model.Given, familyShare),
            GivenAsFamily = Names(model.Family, givenShare),
            GivenAsMiddle = ScoreSheet.Defaults(model.Middle),
            Postcode = postcode,
            GivenInUse = givenShare >= InUseShare,
        };
    }

    // A known share prices the exact level; weaker levels contain it, so theirs is never less.
    private static int[] Names(LevelTable table, double share)
    {
        var weights = ScoreSheet.Defaults(table);
        if (share <= 0)
            return weights;
        weights[(int)NameLevel.Exact] = table.Weight((int)NameLevel.Exact, share);
        for (var level = NameLevel.SameLetters; level < NameLevel.Different; level++)
            weights[(int)level] = table.Weight((int)level, Math.Max(share, table.U[(int)level]));
        return weights;
    }
}
