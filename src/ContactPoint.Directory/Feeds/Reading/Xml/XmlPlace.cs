using System.Globalization;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>A place below a record: a leaf that says a field, or what holds further places.</summary>
internal sealed class XmlPlace
{
    private const int Uncounted = 0;

    private readonly Dictionary<string, (int Slot, Dictionary<int, XmlPlace> ByCount)> children = new(StringComparer.Ordinal);

    /// <summary>What it says; null for what holds others.</summary>
    public FeedField? Field { get; private set; }

    /// <summary>Different elements directly below.</summary>
    public int Slots => children.Count;

    /// <summary>The place of an element below this one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="counts">How many of each were met; counts on.</param>
    public XmlPlace? Below(string name, int[] counts) =>
        !children.TryGetValue(name, out var child) ? null
        : child.ByCount.GetValueOrDefault(++counts[child.Slot]) ?? child.ByCount.GetValueOrDefault(Uncounted);

    public void Add(ReadOnlySpan<string> path, FeedField field)
    {
        if (path.IsEmpty)
        {
            Field = field;
            return;
        }

        var counted = path[0].IndexOf('[', StringComparison.Ordinal);
        var (name, count) = counted < 0 ? (path[0], Uncounted) : (path[0][..counted], int.Parse(path[0].AsSpan()[(counted + 1)..^1], CultureInfo.InvariantCulture));
        if (!children.TryGetValue(name, out var child)) children[name] = child = (children.Count, []);
        if (!child.ByCount.TryGetValue(count, out var place)) child.ByCount[count] = place = new XmlPlace();
        place.Add(path[1..], field);
    }
}
