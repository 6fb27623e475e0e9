using ContactPoint.Matching.Dates;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Tests.Model;

[Trait("Rule", "FED-6")]
public sealed class ExpectationMaximisationTests
{
    private const double Share = .08;

    [Fact]
    public void Learn_FromNoPairs_IsRefused() =>
        Should.Throw<ArgumentException>(() => ExpectationMaximisation.Learn([], MatchModel.Current));

    [Fact]
    public void Learn_FromPairsOfAKnownWorld_FindsItsProbabilities()
    {
        var learnt = ExpectationMaximisation.Learn(World(100_000), MatchModel.Current, learnU: true);
        learnt.MatchShare.ShouldBe(Share, .01);
        learnt.Model.Version.ShouldBe("contactpoint-fs-3+em");
        learnt.Model.Family.M[(int)NameLevel.Exact].ShouldBe(.7, .02);
        learnt.Model.Family.M[(int)NameLevel.OneEdit].ShouldBe(.2, .02);
        learnt.Model.DateOfBirth.M[(int)DateLevel.Exact].ShouldBe(.8, .02);
        learnt.Model.Postcode.M[(int)PostcodeLevel.Full].ShouldBe(.6, .02);
        learnt.Model.Postcode.M[(int)PostcodeLevel.Different].ShouldBe(.4, .02);
        learnt.Model.Family.M.Sum().ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Learn_MoreRounds_NeverMakesThePairsLessLikely()
    {
        var pairs = World(20_000).ToList();
        var last = double.NegativeInfinity;
        for (var rounds = 1; rounds < 12; rounds++)
        {
            var likelihood = ExpectationMaximisation.Learn(pairs, MatchModel.Current, learnU: true, maxRounds: rounds).LogLikelihood;
            likelihood.ShouldBeGreaterThan(last - 0.5);
            last = likelihood;
        }
    }

    // Matches: family exact .7, one off .2; date exact .8; postcode full .6. Others: .02, .03; .01; .01. One gender in twenty is missing.
    private static IEnumerable<ComparisonVector> World(int pairs)
    {
        var random = new Random(17);
        for (var i = 0; i < pairs; i++)
        {
            var match = random.NextDouble() < Share;
            var family = random.NextDouble();
            yield return new ComparisonVector(
                family < (match ? .7 : .02) ? NameLevel.Exact : family < (match ? .9 : .05) ? NameLevel.OneEdit : NameLevel.Different,
                random.NextDouble() < (match ? .85 : .03) ? NameLevel.Exact : NameLevel.Different,
                random.NextDouble() < (match ? .8 : .01) ? DateLevel.Exact : DateLevel.Different,
                random.Next(20) == 0 ? GenderLevel.Missing : random.NextDouble() < (match ? .98 : .5) ? GenderLevel.Same : GenderLevel.Different,
                random.NextDouble() < (match ? .6 : .01) ? PostcodeLevel.Full : PostcodeLevel.Different);
        }
    }
}
