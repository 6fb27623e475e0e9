using ContactPoint.Matching.Index;

namespace ContactPoint.Matching.Tests.Index;

public sealed class DeltaSegmentTests
{
    [Fact]
    public void Forget_AfterAMerge_KeepsWhatChangedMeanwhile()
    {
        var child = SyntheticDirectory.Make(1, seed: 8)[0] with { Family = "Ashworth", Given = "Ivy", OtherNames = [] };
        var merged = new DeltaSegment();
        merged.Put(child);
        var after = merged.Into(ResidentIndex.Empty);
        var now = merged.Copy();
        now.Put(child with { Family = "Blenkinsop" });
        now.Forget(merged);
        now.Count.ShouldBe(1);
        var view = now.Over(after);
        view.Count.ShouldBe(1);
        view.Search(new IndexQuery { Family = "Ashworth", Given = "Ivy" }).ShouldBeEmpty();
        view.Search(new IndexQuery { Family = "Blenkinsop", Given = "Ivy" }).ShouldHaveSingleItem();
    }

    [Fact]
    public void Forget_AfterARemovalMeanwhile_KeepsTheRemoval()
    {
        var child = SyntheticDirectory.Make(1, seed: 8)[0];
        var merged = new DeltaSegment();
        merged.Put(child);
        var now = merged.Copy();
        now.Remove(child.Key);
        now.Forget(merged);
        now.Over(merged.Into(ResidentIndex.Empty)).Count.ShouldBe(0);
    }
}
