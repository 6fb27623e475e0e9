namespace ContactPoint.Synthetic.Names;

/// <summary>A community's lists and its share of births in ten thousand.</summary>
internal sealed record Community(string Name, NamingWay Way, int Share, IReadOnlyList<string> Surnames, IReadOnlyList<string> Boys, IReadOnlyList<string> Girls, string Tail)
{
    private const string Resource = "ContactPoint.Synthetic.names.txt";
    private const int BlockLength = 5;

    public static IReadOnlyList<Community> All { get; } = Read();

    private static List<Community> Read()
    {
        var lines = TextResource.Lines(Resource);
        var communities = new List<Community>();
        for (var i = 0; i < lines.Count; i += BlockLength)
        {
            var head = lines[i].Split(' ');
            communities.Add(new Community(
                head[1], Enum.Parse<NamingWay>(head[2], ignoreCase: true), int.Parse(head[3], System.Globalization.CultureInfo.InvariantCulture),
                [.. List(lines[i + 1], "surnames:").Distinct()], List(lines[i + 2], "boys:"), List(lines[i + 3], "girls:"), lines[i + 4]["tail: ".Length..]));
        }

        return communities;
    }

    private static string[] List(string line, string head) =>
        line.StartsWith(head, StringComparison.Ordinal)
            ? [.. line[head.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Replace('_', ' '))]
            : throw new InvalidOperationException($"The lists of names lack '{head}'.");
}
