using System.Globalization;

namespace ContactPoint.Demo.Names;

/// <summary>The lists that names are put together from. Written for this project; ships inside the assembly.</summary>
internal static class NameLists
{
    private const string Resource = "ContactPoint.Demo.names.txt";

    public static IReadOnlyList<Community> All { get; } = Read();

    public static Community British => All[0];

    private static List<Community> Read()
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The lists of names are missing.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToList();
        var communities = new List<Community>();
        for (var i = 0; i < lines.Count; i += 4)
        {
            var head = lines[i].Split(' ');
            communities.Add(new Community(
                head[1], int.Parse(head[2], CultureInfo.InvariantCulture), List(lines[i + 1], "families:"), List(lines[i + 2], "boys:"), List(lines[i + 3], "girls:")));
        }

        return communities;
    }

    // An underscore stands for a space inside one name.
    private static string[] List(string line, string head) =>
        line.StartsWith(head, StringComparison.Ordinal)
            ? [.. line[head.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Replace('_', ' '))]
            : throw new InvalidOperationException($"The lists of names lack '{head}'.");
}
