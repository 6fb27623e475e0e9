using ContactPoint.Matching.Index;

namespace ContactPoint.Matching.Tests.Index;

public sealed class ColumnScanTests
{
    [Fact]
    public void Search_EqualsThePairByPairScan()
    {
        var children = SyntheticDirectory.Make(800, seed: 17);
        var scan = new ColumnScan(LayeredIndexTests.Build(children));
        var oracle = new ExhaustiveScan(children);
        var random = new Random(5);
        for (var i = 0; i < 80; i++)
        {
            var query = SyntheticQueries.After(SyntheticDirectory.Pick(random, children), random);
            scan.Search(query).Select(hit => (hit.Key, hit.Score.Units)).ShouldBe(oracle.Search(query).Select(hit => (hit.Key, hit.Score.Units)), query.ToString());
        }
    }

    [Fact]
    public void Search_OfEveryRow_RanksRowsThatAreNoCandidates()
    {
        var children = SyntheticDirectory.Make(50, seed: 17);
        var scan = new ColumnScan(LayeredIndexTests.Build(children));
        var nobody = new IndexQuery { Family = "Zzyzx", Given = "Qwerty" };
        scan.Search(nobody).ShouldBeEmpty();
        scan.Search(nobody, candidatesOnly: false).Count.ShouldBe(50);
    }
}
