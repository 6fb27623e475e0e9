using ContactPoint.Matching.Index;
using ContactPoint.Matching.Names;
using CsCheck;

namespace ContactPoint.Matching.Tests.Names;

[Trait("Rule", "SEA-3")]
public sealed class NameQueryTests
{
    private static readonly string[] Known =
        ["WILLIAM", "BILL", "BILLY", "LIAM", "SMITH", "SMYTH", "ANN", "ANNE", "MARIE", "ANN MARIE", "ANNMARIE", "JO", "J", "SMITH JONES"];

    [Theory]
    [InlineData("Smith", null, NameLevel.Missing)]
    [InlineData("Smith", "Patel", NameLevel.Different)]
    [InlineData("Ng", "Li", NameLevel.Different)]
    [InlineData("Smith", "SMITH", NameLevel.Exact)]
    [InlineData("Smith-Jones", "Smithjones", NameLevel.SameLetters)]
    [InlineData("Smith", "Smyth", NameLevel.OneEdit)]
    [InlineData("Philips", "Fillips", NameLevel.Phonetic)]
    [InlineData("Johnson", "Janssen", NameLevel.Phonetic)]
    [InlineData("Henderson", "Hendarsan", NameLevel.Phonetic)]
    [InlineData("Thompson", "Thumpsan", NameLevel.Phonetic)]
    [InlineData("Roberts", "Rodertz", NameLevel.TwoEdits)]
    [InlineData("Jones", "Smith-Jones", NameLevel.Part)]
    [InlineData("Smith-Jones", "Jones", NameLevel.Part)]
    [InlineData("Fer", "Ferguson", NameLevel.Prefix)]
    [InlineData("Fe", "Ferguson", NameLevel.Different)]
    public void Level_OfFamilyNames_IsTheFirstThatHolds(string query, string? stored, NameLevel level) =>
        NameQuery.Family(query)!.Level(NameForm.Of(stored)).ShouldBe(level);

    [Theory]
    [InlineData("Bill", "William", NameLevel.Nickname)]
    [InlineData("Biily", "William", NameLevel.MisspeltNickname)]
    [InlineData("W", "William", NameLevel.Initial)]
    [InlineData("William", "W", NameLevel.Initial)]
    [InlineData("Alexander", "Alexandra", NameLevel.Phonetic)]
    public void Level_OfGivenNames_KnowsShortForms(string query, string stored, NameLevel level) =>
        NameQuery.Given(query)!.Level(NameForm.Of(stored)).ShouldBe(level);

    [Fact]
    public void Level_OfFamilyNames_TakesNoShortForms() =>
        NameQuery.Family("Bill")!.Level(NameForm.Of("William")).ShouldBe(NameLevel.Different);

    [Fact]
    public void Expand_OfAnyDictionary_SaysOfEachNameWhatThePairSays()
    {
        var word = Gen.OneOf(
            Gen.Int[0, Known.Length - 1].Select(i => Known[i]),
            Gen.String[Gen.Char["ABEHLMNOSTY "], 1, 9].Select(NameNormaliser.Normalise).Where(text => text.Length > 0));
        Gen.Select(word, word.Array[1, 30], Gen.Bool).Sample((query, names, isGiven) =>
        {
            var asked = (isGiven ? NameQuery.Given(query) : NameQuery.Family(query))!;
            var dictionary = NameDictionary.Of([.. names.Distinct(StringComparer.Ordinal)], out _);
            var expansion = dictionary.Expand(asked);
            for (var id = 1; id <= dictionary.Count; id++)
                expansion[id].ShouldBe(asked.Level(NameForm.Of(dictionary.Text(id))), $"{query} against {dictionary.Text(id)}");
            return true;
        }, iter: 5_000);
    }
}
