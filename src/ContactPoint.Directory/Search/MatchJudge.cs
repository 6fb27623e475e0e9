using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Search;

/// <summary>Whether a row that was read answers to what was asked, and why.</summary>
internal static class MatchJudge
{
    // Below, a row that leaves a key unanswered is likelier a stranger than 250 to one: it would only make a listing of the day's births.
    private const double LeastBits = -8;

    private const double ExactNumberBits = 100;

    public static CandidateMatch? ByDetails(IndexQuery query, QueryScorer scorer, IndexRecord record)
    {
        if (scorer.Score(record) is not { } hit || !Answers(query, hit.Score)) return null;
        return !AnswersAll(query, hit.Score) && hit.Score.Bits - Math.Log2(Math.Max(1, scorer.Population)) < LeastBits ? null : new CandidateMatch(hit.Score.Bits, hit.Why);
    }

    public static CandidateMatch Exact(string reason) => new(ExactNumberBits, [reason]);

    /// <summary>The better of two matches, with the reasons of both.</summary>
    public static CandidateMatch? Join(CandidateMatch? exact, CandidateMatch? details) => (exact, details) switch
    {
        (null, _) => details,
        (_, null) => exact,
        _ => new CandidateMatch(exact.Score + details.Score, [.. exact.Reasons, .. details.Reasons]),
    };

    // Each key that was typed must be answered by the row, save one slip: where a date was typed one of two names may differ,
    // for names change; without a date both names must agree, and age, gender or district as well.
    private static bool Answers(IndexQuery query, MatchScore score)
    {
        var family = Agrees(score, MatchField.Family);
        var given = Agrees(score, MatchField.Given);
        if (query.DateOfBirth is not null)
        {
            var date = (DateLevel)score.Level(MatchField.DateOfBirth);
            return date is DateLevel.Different ? family && given && Near(score) : family || given;
        }

        return family && given
            && score.Level(MatchField.Age) != (byte)AgeLevel.Different
            && (query.Age is null || score.Level(MatchField.Gender) != (byte)GenderLevel.Different)
            && (query.Age is not null || Near(score));
    }

    // Three weak agreements may weigh little in a large directory; still nothing that was typed speaks against the row.
    private static bool AnswersAll(IndexQuery query, MatchScore score) => Agrees(score, MatchField.Family) && Agrees(score, MatchField.Given)
        && (query.DateOfBirth is null || (DateLevel)score.Level(MatchField.DateOfBirth) is not (DateLevel.Missing or DateLevel.Different))
        && (GenderLevel)score.Level(MatchField.Gender) is not GenderLevel.Different && (PostcodeLevel)score.Level(MatchField.Postcode) is not PostcodeLevel.Different;

    private static bool Agrees(MatchScore score, MatchField field) => (NameLevel)score.Level(field) is not (NameLevel.Missing or NameLevel.Different);

    private static bool Near(MatchScore score) => (PostcodeLevel)score.Level(MatchField.Postcode) is PostcodeLevel.Full or PostcodeLevel.OneCharacter or PostcodeLevel.District;
}
