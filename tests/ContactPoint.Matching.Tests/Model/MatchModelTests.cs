using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Tests.Model;

[Trait("Rule", "FED-6")]
public sealed class MatchModelTests
{
    private static readonly PersonFacts Ava = new()
    {
        Family = "Featherstone",
        Given = "Ava",
        DateOfBirth = new DateOnly(2014, 3, 4),
        Gender = RecordedGender.Female,
    };

    [Fact]
    public void ProbabilitiesOfEachField_SumToOneForMatches()
    {
        var model = MatchModel.Current;
        foreach (var table in new[] { model.Family, model.Given, model.Middle, model.DateOfBirth, model.Age, model.Gender, model.Postcode, model.Identifier })
        {
            table.M.Sum().ShouldBe(1, 1e-9);
            table.U.Length.ShouldBe(table.M.Length);
        }
    }

    [Fact]
    public void Reasons_OfEveryLevel_HaveACodeAndAText()
    {
        var codes = new HashSet<string>();
        foreach (var field in Enum.GetValues<MatchField>())
        {
            for (byte level = 1; level < Reasons.LevelCount(field); level++)
            {
                Reasons.Text(field, level).ShouldNotBeNullOrWhiteSpace();
                codes.Add(Reasons.Code(field, level)).ShouldBeTrue(Reasons.Code(field, level));
            }
        }
    }

    [Fact]
    public void Score_OfAPair_IsTheSumOfItsWaterfallAndNamesTheModel()
    {
        var score = new PairScorer(MatchModel.Current).Score(Ava with { Family = "Fetherstone", DateOfBirth = new(2014, 4, 3) }, Ava);
        score.ModelVersion.ShouldBe("contactpoint-fs-3");
        score.Bits.ShouldBe(score.Waterfall.Sum(step => step.Bits), 1e-9);
        score.Waterfall.Select(step => step.Code).ShouldBe(["family.one-off", "given.exact", "date.day-month-swapped", "gender.same"]);
        score.Why.ShouldContain("day and month swapped");
    }

    [Fact]
    public void Score_OfARareName_IsWorthMoreThanOfACommonOne()
    {
        var scorer = new PairScorer(MatchModel.Current, new Shares(new() { ["SMITH"] = .013, ["BLENKINSOP"] = .00001 }));
        Bits(scorer, "Blenkinsop").ShouldBeGreaterThan(Bits(scorer, "Smith") + 9);
    }

    [Fact]
    public void Score_OfSurnameAndPostcode_CountsTheHouseholdOnce()
    {
        Postcode.TryParse("SG1 1DJ", out var home, out _).ShouldBeTrue();
        var sister = Ava with { Given = "Isla", Postcode = home };
        var score = new PairScorer(MatchModel.Current).Score(Ava with { Postcode = home }, sister);
        score.Waterfall.Single(step => step.Field == MatchField.Household).Bits.ShouldBeLessThan(-3);
    }

    [Fact]
    public void Probability_OfAScoreEqualToThePrior_IsAHalf() =>
        new MatchScore("x", [new(MatchField.Family, 1, 10 * LevelTable.UnitsPerBit)]).Probability(1024).ShouldBe(.5, 1e-9);

    private static double Bits(PairScorer scorer, string family) =>
        scorer.Score(new PersonFacts { Family = family }, new PersonFacts { Family = family }).Bits;

    private sealed class Shares(Dictionary<string, double> families) : ITermFrequencies
    {
        public double Family(string normalisedName) => families.GetValueOrDefault(normalisedName);

        public double Given(string normalisedName) => 0;

        public double District(string outwardCode) => 0;
    }
}
