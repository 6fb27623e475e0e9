using ContactPoint.Matching.Index;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Tests.Index;

public sealed class LayeredIndexTests
{
    [Fact]
    public void Build_WithOneChildTwice_IsRefused()
    {
        var child = SyntheticDirectory.Make(1, seed: 1)[0];
        var builder = new IndexBuilder();
        builder.Add(child);
        builder.Add(child);
        Should.Throw<InvalidOperationException>(builder.Build);
    }

    [Fact]
    public void Search_OfAnEmptyIndex_FindsNothing() =>
        new LayeredIndex(ResidentIndex.Empty).Search(new IndexQuery { Family = "Smith", Given = "Olivia" }).ShouldBeEmpty();

    [Fact]
    public void Search_OfAnyShape_EqualsTheExhaustiveScan()
    {
        var children = SyntheticDirectory.Make(1_500, seed: 7);
        var index = new IndexSnapshot(Build(children));
        var oracle = new ExhaustiveScan(children);
        var random = new Random(11);
        for (var i = 0; i < 250; i++)
        {
            var query = SyntheticQueries.After(SyntheticDirectory.Pick(random, children), random);
            Same(index.Search(query), oracle.Search(query), query);
        }
    }

    [Fact]
    public void Search_AfterAnySequenceOfChanges_EqualsAFreshIndexAndTheScan()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var start = SyntheticDirectory.Make(200, seed);
            var held = start.ToDictionary(child => child.Key);
            var index = new LayeredIndex(Build(start));
            for (var step = 0; step < 60; step++)
                Change(index, held, random);
            index.Count.ShouldBe(held.Count);
            var fresh = new IndexSnapshot(Build(held.Values));
            var oracle = new ExhaustiveScan(held.Values);
            for (var i = 0; i < 25; i++)
            {
                var query = SyntheticQueries.After(SyntheticDirectory.Pick(random, [.. held.Values]), random);
                var answer = index.Search(query);
                Same(answer, fresh.Search(query), query);
                Same(answer, oracle.Search(query), query);
            }
        }
    }

    [Fact]
    public void Put_OfAChildWithANewName_ForgetsTheOldOne()
    {
        var child = SyntheticDirectory.Make(1, seed: 3)[0] with { Family = "Blenkinsop", Given = "Olivia", OtherNames = [] };
        var index = new LayeredIndex(Build([child]));
        index.Put(child with { Family = "Ashworth" });
        index.Search(new IndexQuery { Family = "Blenkinsop", Given = "Olivia" }).ShouldBeEmpty();
        index.Search(new IndexQuery { Family = "Ashworth", Given = "Olivia" }).ShouldHaveSingleItem().Key.ShouldBe(child.Key);
        index.Remove(child.Key);
        index.Search(new IndexQuery { Family = "Ashworth", Given = "Olivia" }).ShouldBeEmpty();
        index.Merge();
        index.PendingChanges.ShouldBe(0);
        index.Count.ShouldBe(0);
    }

    [Fact]
    public void Snapshot_TakenBeforeAWrite_StaysAsItWas()
    {
        var children = SyntheticDirectory.Make(50, seed: 5);
        var index = new LayeredIndex(Build(children));
        var before = index.Snapshot;
        index.Apply([], children.Select(child => child.Key));
        before.Count.ShouldBe(50);
        index.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Search_BesideWritesAndMerges_NeverFailsAndNeverSeesHalfABatch()
    {
        var children = SyntheticDirectory.Make(300, seed: 9);
        var twins = new[] { children[0] with { Family = "Quillfeather", Given = "Ava" }, children[1] with { Family = "Quillfeather", Given = "Ava" } };
        var index = new LayeredIndex(Build(children.Skip(2)));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                if (i % 2 == 0)
                    index.Apply(twins, []);
                else
                    index.Apply([], twins.Select(child => child.Key));
                if (i % 20 == 0)
                    index.Merge();
            }

            stop.Cancel();
        });
        var query = new IndexQuery { Family = "Quillfeather", Given = "Ava" };
        while (!stop.IsCancellationRequested)
            index.Search(query).Count(hit => hit.Score.Level(MatchField.Family) == 1).ShouldBeOneOf(0, 2);
        await writer;
    }

    [Fact]
    [Trait("Invariant", "I-03")]
    public void Search_WithEqualScores_OrdersByTheChildrensOwnRandomNumbersAlone()
    {
        var model = SyntheticDirectory.Make(1, seed: 2)[0] with { Family = "Hall", Given = "Ivy", OtherNames = [] };
        var random = new Random(4);
        var copies = Enumerable.Range(0, 100)
            .Select(_ => model with { Key = SyntheticDirectory.NewKey(random) })
            .ToList();
        var found = new IndexSnapshot(Build(copies)).Search(new IndexQuery { Family = "Hall", Given = "Ivy" });
        found.Count.ShouldBe(IndexSnapshot.Candidates);
        found.Select(hit => hit.Key).ShouldBe(copies.OrderBy(child => child.Key).Take(64).Select(child => child.Key));
    }

    [Fact]
    public void Search_ByAgeWithoutAReferenceDate_IsRefused() =>
        Should.Throw<ArgumentException>(() => new LayeredIndex(ResidentIndex.Empty).Search(new IndexQuery { Family = "Smith", Age = 7 }));

    internal static ResidentIndex Build(IEnumerable<IndexRecord> records)
    {
        var builder = new IndexBuilder();
        foreach (var record in records)
            builder.Add(record);
        return builder.Build();
    }

    private static void Change(LayeredIndex index, Dictionary<Guid, IndexRecord> held, Random random)
    {
        var victim = SyntheticDirectory.Pick(random, [.. held.Keys]);
        switch (random.Next(8))
        {
            case 0:
                index.Merge();
                break;
            case 1 or 2:
                held.Remove(victim);
                index.Remove(victim);
                break;
            case 3 or 4:
                var replaced = SyntheticDirectory.Child(random, held[victim].Family!, held[victim].Postcode) with { Key = victim };
                held[victim] = replaced;
                index.Put(replaced);
                break;
            default:
                var batch = SyntheticDirectory.Make(3, random.Next());
                foreach (var child in batch)
                    held[child.Key] = child;
                index.Apply(batch, []);
                break;
        }
    }

    private static void Same(IReadOnlyList<IndexHit> answer, IReadOnlyList<IndexHit> expected, IndexQuery query)
    {
        answer.Select(hit => (hit.Key, hit.Score.Units)).ShouldBe(expected.Select(hit => (hit.Key, hit.Score.Units)), query.ToString());
        answer.Take(10).Select(hit => string.Join("; ", hit.Why)).ShouldBe(expected.Take(10).Select(hit => string.Join("; ", hit.Why)), query.ToString());
        answer.ShouldAllBe(hit => hit.Score.Waterfall.Sum(step => step.Units) == hit.Score.Units);
    }
}
