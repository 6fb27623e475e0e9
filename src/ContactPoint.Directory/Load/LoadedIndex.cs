using ContactPoint.Matching.Index;

namespace ContactPoint.Directory.Load;

/// <summary>The search index of what a load wrote, not yet kept.</summary>
public sealed class LoadedIndex
{
    internal LoadedIndex(ResidentIndex segment) => Segment = segment;

    internal ResidentIndex Segment { get; }
}
