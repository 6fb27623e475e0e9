using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;
using ContactPoint.Matching.Names;
using ContactPoint.Matching.Tests.Index;

namespace ContactPoint.Matching.Tests.Model;

/// <summary>What a name is worth hangs on what the whole directory makes of it.</summary>
[Trait("Rule", "SEA-3")]
public sealed class NamePriceTests
{
    private static readonly IndexSnapshot Index = new(LayeredIndexTests.Build(SyntheticDirectory.Make(6_000, seed: 41)));

    [Fact]
    public void Weights_OfANameNobodyBears_AreThoseOfTheNameItIsASlipOf() => Bits(0, 5_000, NameLevel.OneEdit).ShouldBe(Math.Log2(1_000_000 / 5_000.0), .3);

    [Fact]
    public void Weights_OfACommonName_TakeItForNoSlipOfARareOne() =>
        Bits(5_000, 10, NameLevel.OneEdit).ShouldBeLessThan(Bits(5_000, 10, NameLevel.Exact) - 4);

    [Fact]
    public void Search_ForAMistypedName_FindsTheChildBeforeOneOfAnotherSurnameBornThatDay()
    {
        var child = SyntheticDirectory.Make(6_000, seed: 41).First(one => one is { Family: "Whittington", Given: not null, DateOfBirth: { Day: > 2 and < 9 } });
        var hits = Index.Search(new IndexQuery { Family = "Whitington", Given = child.Given, DateOfBirth = child.DateOfBirth!.Value.AddDays(1) });
        hits[0].Key.ShouldBe(child.Key);
    }

    private static double Bits(int exact, int oneOff, NameLevel level)
    {
        var masses = new NameMasses();
        masses.Add(NameLevel.Exact, exact);
        masses.Add(NameLevel.OneEdit, oneOff);
        masses.Add(NameLevel.Different, 1_000_000 - exact - oneOff);
        return (double)masses.Weights(MatchModel.Current.Family, MatchModel.Current.NameWays)[(int)level] / LevelTable.UnitsPerBit;
    }
}
