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
    public void PlaceOf_CountsWhoBeatsAndWhoEqualsAChild_AsThePairByPairScanRanksThem()
    {
        var children = SyntheticDirectory.Make(400, seed: 17);
        children.AddRange(children.Take(200).Select((twin, i) => twin with { Key = new Guid(i, 9, 9, new byte[8]) }).ToList());
        var scan = new ColumnScan(LayeredIndexTests.Build(children));
        var oracle = new ExhaustiveScan(children);
        var random = new Random(5);
        var ties = 0;
        for (var i = 0; i < 80; i++)
        {
            var child = SyntheticDirectory.Pick(random, children);
            var query = SyntheticQueries.After(child, random);
            var all = oracle.Search(query, children.Count);
            var own = all.FirstOrDefault(hit => hit.Key == child.Key);
            (int, int)? expected = own is null ? null : (all.Count(hit => hit.Score.Units > own.Score.Units), all.Count(hit => hit.Score.Units == own.Score.Units) - 1);
            scan.PlaceOf(query, child.Key).ShouldBe(expected, query.ToString());
            ties += expected is { Item2: > 0 } ? 1 : 0;
        }

        ties.ShouldBeGreaterThan(0);
        scan.PlaceOf(new IndexQuery { Family = "Zzyzx" }, Guid.NewGuid()).ShouldBeNull();
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
