using ContactPoint.Matching.Index;
using ContactPoint.Matching.Index.Files;
using ContactPoint.Matching.Model;
using CsCheck;

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

            // Few wanted: the bounds that leave candidates out bite.
            foreach (var few in new[] { 1, 4 })
                Same(index.Search(query, few), oracle.Search(query, few), query);
        }
    }

    /// <summary>Writes, merges, files written and read back, in any sequence: shrinks to the shortest that goes wrong.</summary>
    [Fact]
    public void Search_AfterAnySequenceOfChanges_EqualsAFreshIndexAndTheScan() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int).Array[1, 60].Sample(
            acts =>
            {
                var start = SyntheticDirectory.Make(120, acts.Length);
                var held = start.ToDictionary(child => child.Key);
                var index = new LayeredIndex(Build(start));
                foreach (var (what, seed) in acts)
                    index = Change(index, held, what, new Random(seed));
                index.Count.ShouldBe(held.Count);
                var fresh = new IndexSnapshot(Build(held.Values));
                var oracle = new ExhaustiveScan(held.Values);
                var random = new Random(acts[0].Item2);
                for (var i = 0; i < 12 && held.Count > 0; i++)
                {
                    var query = SyntheticQueries.After(SyntheticDirectory.Pick(random, [.. held.Values]), random);
                    var answer = index.Search(query);
                    Same(answer, fresh.Search(query), query);
                    Same(answer, oracle.Search(query), query);
                }
            },
            iter: 30, threads: 1);

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

    private static LayeredIndex Change(LayeredIndex index, Dictionary<Guid, IndexRecord> held, int what, Random random)
    {
        var victim = held.Count == 0 ? Guid.Empty : SyntheticDirectory.Pick(random, [.. held.Keys]);
        switch (what)
        {
            case 0:
                index.Merge();
                break;
            case 1 or 2:
                held.Remove(victim);
                index.Remove(victim);
                break;
            case 3 or 4 when held.TryGetValue(victim, out var before):
                var replaced = SyntheticDirectory.Child(random, before.Family!, before.Postcode) with { Key = victim };
                held[victim] = replaced;
                index.Put(replaced);
                break;
            case 5:
                using (var file = new MemoryStream())
                {
                    SegmentFile.Write(index.Merge(), file);
                    file.Position = 0;
                    return new LayeredIndex(SegmentFile.Read(file));
                }

            default:
                var batch = SyntheticDirectory.Make(3, random.Next());
                foreach (var child in batch)
                    held[child.Key] = child;
                index.Apply(batch, []);
                break;
        }

        return index;
    }

    private static void Same(IReadOnlyList<IndexHit> answer, IReadOnlyList<IndexHit> expected, IndexQuery query)
    {
        answer.Select(hit => (hit.Key, hit.Score.Units)).ShouldBe(expected.Select(hit => (hit.Key, hit.Score.Units)), query.ToString());
        answer.Take(10).Select(hit => string.Join("; ", hit.Why)).ShouldBe(expected.Take(10).Select(hit => string.Join("; ", hit.Why)), query.ToString());
        answer.ShouldAllBe(hit => hit.Score.Waterfall.Sum(step => step.Units) == hit.Score.Units);
    }
}
