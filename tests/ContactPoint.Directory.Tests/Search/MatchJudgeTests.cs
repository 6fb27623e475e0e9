using ContactPoint.Directory.Search;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;

namespace ContactPoint.Directory.Tests.Search;

[Trait("Rule", "SEA-3")]
public sealed class MatchJudgeTests
{
    private const int Children = 4_096;
    private static readonly DateOnly Born = new(2015, 3, 14);

    [Fact]
    public void ByDetails_WhereAKeyIsUnansweredAndStrangersAreLikelier_IsNoMatch()
    {
        var names = new[] { "Olivia", "Persephone", "Cuthbert", "Wilhelmina" };
        var query = new IndexQuery { Family = "Smith", Given = "Jayden", DateOfBirth = Born.AddDays(12) };

        MatchJudge.ByDetails(query, ScorerOf(query, i => Child("Smith", names[i % names.Length], i)), Child("Smith", "Olivia", 0)).ShouldBeNull();
    }

    // In a large directory of common names three weak agreements weigh less than the directory is large.
    [Fact]
    public void ByDetails_WhereEachKeyIsAnsweredWeakly_IsAMatchHoweverManyStrangersThereAre()
    {
        var query = new IndexQuery { Family = "Smyth", Given = "Jaydan", DateOfBirth = Born.AddDays(12) };

        MatchJudge.ByDetails(query, ScorerOf(query, i => Child("Smith", "Jayden", i)), Child("Smith", "Jayden", 0)).ShouldNotBeNull();
    }

    // The same three weak agreements; one key that was typed speaks against the row, so it is weighed like any other.
    [Theory]
    [InlineData(RecordedGender.Female, "M6", false)]
    [InlineData(RecordedGender.Male, "PL1", false)]
    [InlineData(RecordedGender.Male, "M6", true)]
    [InlineData(RecordedGender.NotSpecified, null, true)]
    public void ByDetails_OfAWeakRow_IsAMatchOnlyWhereNeitherGenderNorPlaceSpeakAgainstIt(RecordedGender gender, string? district, bool isMatch)
    {
        OutwardCode? place = district is not null && OutwardCode.TryParse(district, out var outward, out _) ? outward : null;
        var query = new IndexQuery { Family = "Smyth", Given = "Jaydan", DateOfBirth = Born.AddDays(12), Gender = gender, District = place };
        Postcode.TryParse("M6 5AA", out var home, out _).ShouldBeTrue();
        IndexRecord Boy(int number) => Child("Smith", "Jayden", number) with { Gender = RecordedGender.Male, Postcode = home };

        (MatchJudge.ByDetails(query, ScorerOf(query, Boy), Boy(0)) is not null).ShouldBe(isMatch);
    }

    private static QueryScorer ScorerOf(IndexQuery query, Func<int, IndexRecord> child)
    {
        var builder = new IndexBuilder();
        for (var i = 0; i < Children; i++) builder.Add(child(i));
        new IndexSnapshot(builder.Build()).Search(query, 10, null, out var scorer);
        return scorer;
    }

    private static IndexRecord Child(string family, string given, int number) =>
        new() { Key = new Guid(number, 0, 0, new byte[8]), Family = family, Given = given, DateOfBirth = Born.AddDays(-number) };
}
