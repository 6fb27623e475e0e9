namespace ContactPoint.Synthetic.Names;

/// <summary>Other spellings of a name that sound alike: they make rare names, and the mistakes of people who only heard it.</summary>
internal static class Spellings
{
    private static readonly (string From, string To)[] Inside =
        [("ph", "f"), ("ck", "k"), ("oo", "u"), ("ee", "i"), ("ai", "ay"), ("ay", "ai"), ("ei", "ie"), ("y", "i"), ("ll", "l"), ("tt", "t"), ("ss", "s"), ("nn", "n"), ("mm", "m"), ("gh", "g"), ("ea", "ee")];

    private static readonly (string From, string To)[] InsideHeard =
        [("ou", "u"), ("ie", "ei"), ("i", "y"), ("ow", "ou"), ("c", "k"), ("z", "s"), ("q", "k"), ("l", "ll"), ("t", "tt"), ("n", "nn"), ("u", "oo"), ("w", "v"), ("sh", "ch"), ("x", "ks"), ("dg", "j")];

    private static readonly (string From, string To)[] Ends =
        [("y", "ie"), ("ie", "y"), ("ey", "y"), ("ley", "leigh"), ("leigh", "ley"), ("e", ""), ("son", "sen"), ("a", "ah"), ("ah", "a"), ("tt", "t"), ("ton", "ten"), ("on", "en"), ("an", "en")];

    private static readonly (string From, string To)[] EndsHeard =
        [("er", "ar"), ("n", "ne"), ("s", ""), ("am", "um"), ("ton", "tun"), ("r", "re"), ("k", "ck"), ("ed", "ad")];

    private static readonly (string From, string To)[] Starts = [("C", "K"), ("K", "C"), ("Ph", "F")];

    private static readonly (string From, string To)[] StartsHeard = [("J", "G"), ("Y", "J"), ("Kn", "N"), ("Wr", "R"), ("S", "Z")];

    /// <summary>Spellings that families bear.</summary>
    public static List<string> Written(string name)
    {
        var found = new List<string>();
        Apply(found, name, Starts, Inside, Ends);
        return found;
    }

    /// <summary>Those, and spellings that only a mistake makes.</summary>
    public static List<string> Heard(string name)
    {
        var found = Written(name);
        Apply(found, name, StartsHeard, InsideHeard, EndsHeard);
        return found;
    }

    private static void Apply(List<string> found, string name, (string From, string To)[] starts, (string From, string To)[] inside, (string From, string To)[] ends)
    {
        foreach (var (from, to) in starts)
            if (name.StartsWith(from, StringComparison.Ordinal)) Add(found, name, to + name[from.Length..]);
        foreach (var (from, to) in inside)
        {
            var at = name.IndexOf(from, 1, StringComparison.Ordinal);
            if (at > 0 && at + from.Length < name.Length && !Doubled(name, at, from, to)) Add(found, name, string.Concat(name.AsSpan(0, at), to, name.AsSpan(at + from.Length)));
        }

        foreach (var (from, to) in ends)
            if (name.Length > from.Length + 2 && name.EndsWith(from, StringComparison.Ordinal)) Add(found, name, name[..^from.Length] + to);
    }

    private static bool Doubled(string name, int at, string from, string to) =>
        to.Length > from.Length && from.Length == 1 && to[0] == from[0] && (name[at - 1] == from[0] || name[at + 1] == from[0]);

    private static void Add(List<string> found, string name, string other)
    {
        if (other.Length > 1 && other != name && !found.Contains(other)) found.Add(other);
    }
}
