using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Tests.Index;

namespace ContactPoint.Matching.Tests.Model;

[Trait("Rule", "FED-6")]
public sealed class DecisionRuleTests
{
    private const long Population = 11_000_000;

    private static readonly IndexRecord Ava = new()
    {
        Key = new Guid("11111111-1111-4111-8111-111111111111"),
        Family = "Featherstone",
        Given = "Ava",
        DateOfBirth = new DateOnly(2014, 3, 4),
        Gender = RecordedGender.Female,
        Postcode = Code("SG1 1DJ"),
    };

    private static readonly IndexRecord Isla = Ava with { Key = new Guid("22222222-2222-4222-8222-222222222222"), Given = "Isla" };

    public static TheoryData<string, IndexQuery, MatchCaution> Doubtful => new()
    {
        { "the twin who is not held", Row("Chloe"), MatchCaution.GivenNameDiffers },
        { "a twin whose name is near and in use", Row("Eva"), MatchCaution.GivenNamesAlike },
        { "a newborn without a name", Row(null), MatchCaution.GivenNameMissing },
        { "a brother or sister of the same name", Row("Ava") with { DateOfBirth = new(2016, 3, 4) }, MatchCaution.DateOfBirth },
        { "the same name and birthday a year on", Row("Ava") with { DateOfBirth = new(2015, 3, 4) }, MatchCaution.DateOfBirth },
        { "the same name two years on, surname mistyped", Row("Ava") with { Family = "Fetherstone", DateOfBirth = new(2016, 3, 4) }, MatchCaution.DateOfBirth },
        { "no date of birth", Row("Ava") with { DateOfBirth = null }, MatchCaution.DateOfBirth },
        { "the other gender", Row("Ava") with { Gender = RecordedGender.Male }, MatchCaution.Gender },
        { "name and date alone in so large a country", Row("Ava") with { Postcode = null }, MatchCaution.Score },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Decide_OnThinEvidence_NeverLinks(string what, IndexQuery row, MatchCaution caution)
    {
        var decision = Decide(row, Ava);
        decision.Outcome.ShouldNotBe(MatchOutcome.Link, what);
        decision.Caution.ShouldBe(caution, what);
    }

    [Fact]
    public void Decide_BetweenTwinsOfOneName_LeavesItToAPerson()
    {
        var decision = Decide(Row("Ava"), Ava, Isla with { Given = "Ava" });
        decision.Outcome.ShouldBe(MatchOutcome.Review);
        decision.Caution.ShouldBe(MatchCaution.RunnerUp);
        decision.MarginBits.ShouldBe(0);
    }

    [Fact]
    public void Decide_OnNobodyLikeIt_IsNoMatch() =>
        Decide(new IndexQuery { Family = "Okonkwo", Given = "Noah", DateOfBirth = new(2014, 3, 4) }, Ava).Outcome.ShouldBe(MatchOutcome.NoMatch);

    [Fact]
    public void Decide_OnASiblingOfAnotherAge_IsNoMatch() =>
        Decide(Row("Chloe") with { DateOfBirth = new(2017, 8, 21) }, Ava).Outcome.ShouldBe(MatchOutcome.NoMatch);

    [Fact]
    public void Decide_OnNoCandidates_IsNoMatch() => DecisionRule.V1.Decide([], Population).Outcome.ShouldBe(MatchOutcome.NoMatch);

    [Fact]
    public void Decide_OnTheSameNumberForAnotherGivenName_LeavesItToAPerson()
    {
        var score = Scores(Row("Chloe"), Ava)[0].WithIdentifier(MatchModel.Current, IdentifierLevel.Same);
        DecisionRule.V1.Decide([score], Population).Outcome.ShouldBe(MatchOutcome.Review);
    }

    [Fact]
    public void Decide_OnTheSameChildWithAnotherNumber_LeavesItToAPerson()
    {
        var score = Scores(Row("Ava"), Ava)[0].WithIdentifier(MatchModel.Current, IdentifierLevel.Different);
        DecisionRule.V1.Decide([score], Population).Caution.ShouldBe(MatchCaution.Identifier);
    }

    [Fact]
    public void Decide_OnTheTwinWhoIsMeant_Links() => Decide(Row("Ava"), Ava, Isla).Outcome.ShouldBe(MatchOutcome.Link);

    [Fact]
    public void Decide_OnAllFieldsAgreeing_Links()
    {
        var decision = Decide(Row("Ava"), Ava);
        decision.Outcome.ShouldBe(MatchOutcome.Link);
        decision.Probability.ShouldBeGreaterThan(.999);
    }

    [Fact]
    public void Decide_OnDayAndMonthSwappedAndAllElseExact_Links() =>
        Decide(Row("Ava") with { DateOfBirth = new(2014, 4, 3) }, Ava).Outcome.ShouldBe(MatchOutcome.Link);

    [Fact]
    public void Decide_WithTheSameNumberAndNameAndDate_LinksWithoutAPostcode()
    {
        var score = Scores(Row("Ava") with { Postcode = null }, Ava)[0].WithIdentifier(MatchModel.Current, IdentifierLevel.Same);
        DecisionRule.V1.Decide([score], Population).Outcome.ShouldBe(MatchOutcome.Link);
    }

    private static MatchDecision Decide(IndexQuery row, params IndexRecord[] held) => DecisionRule.V1.Decide(Scores(row, held), Population);

    // "Eva" is in use in the directory, as Mia and Mya are: the others live elsewhere and are of other ages.
    private static List<MatchScore> Scores(IndexQuery row, params IndexRecord[] held)
    {
        var others = SyntheticDirectory.Make(3_000, seed: 6).Select((child, i) => i % 40 == 0 ? child with { Given = "Eva" } : child)
            .Where(child => child.DateOfBirth is not { Year: 2014 or 2015 or 2016 or 2017 });
        return [.. new IndexSnapshot(LayeredIndexTests.Build(others.Concat(held))).Search(row).Select(hit => hit.Score)];
    }

    private static IndexQuery Row(string? given) => new()
    {
        Family = "Featherstone",
        Given = given,
        DateOfBirth = new DateOnly(2014, 3, 4),
        Gender = RecordedGender.Female,
        Postcode = Code("SG1 1DJ"),
    };

    private static Postcode Code(string text) => Postcode.TryParse(text, out var code, out _) ? code : throw new ArgumentException(text);
}
