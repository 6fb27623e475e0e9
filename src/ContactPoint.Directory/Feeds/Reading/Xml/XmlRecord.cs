using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Feeds.Reading.Xml;

/// <summary>What one record of an XML file says, and what is wrong with it. Used again for the next.</summary>
internal sealed class XmlRecord
{
    private readonly HashSet<FeedField> ambiguous = [];

    /// <summary>Where it begins.</summary>
    public int Line { get; private set; }

    public Dictionary<FeedField, string> Values { get; } = [];

    /// <summary>The first thing that is wrong; null when nothing is.</summary>
    public StatedProblem? Problem { get; private set; }

    public void Begin(int line)
    {
        (Line, Problem) = (line, null);
        Values.Clear();
        ambiguous.Clear();
    }

    public void Report(StatedProblem problem) => Problem ??= problem;

    public void Say(FeedField field, string value)
    {
        // A rejected record is still told by its number: but not by either of two.
        if (value.Length > 0 && !ambiguous.Contains(field) && !Values.TryAdd(field, value) && Values.Remove(field)) ambiguous.Add(field);
    }
}
