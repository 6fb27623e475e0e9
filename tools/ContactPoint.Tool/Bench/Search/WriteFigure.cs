using System.Diagnostics;
using ContactPoint.Matching.Index;

namespace ContactPoint.Tool.Bench.Search;

/// <summary>Writes over the whole directory, and a merge beside them. The follower adds at most half a second until it looks.</summary>
/// <param name="VisibleP95Ms">From a batch of one child applied to its being found, while up to 5,000 changes wait.</param>
/// <param name="MergeSeconds">Folding 5,000 changes into the base.</param>
internal sealed record WriteFigure(double VisibleP95Ms, double MergeSeconds)
{
    private const int Waiting = 5_000;
    private const int Measured = 100;

    public static WriteFigure Measure(ResidentIndex segment)
    {
        var index = new LayeredIndex(segment);
        var children = Enumerable.Range(0, Waiting + Measured).Select(i => new BenchChild(
            $"new {i}", $"newborn{(char)('a' + (i % 26))}", string.Empty, $"latecomer{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}", "F", new DateOnly(2026, 8, 1), "SG1 1DJ").ToRecord()).ToList();
        index.Apply(children.Take(Waiting - Measured), []);
        var times = new List<double>();
        foreach (var child in children.Skip(Waiting).Take(Measured))
        {
            var start = Stopwatch.GetTimestamp();
            index.Put(child);
            if (!index.Search(new IndexQuery { Family = child.Family, Given = child.Given, DateOfBirth = child.DateOfBirth }).Any(hit => hit.Key == child.Key))
                throw new InvalidDataException("A child that was written is not found.");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var merge = Stopwatch.StartNew();
        index.Merge();
        return new(Math.Round(times[times.Count * 95 / 100], 2), Math.Round(merge.Elapsed.TotalSeconds, 2));
    }
}
