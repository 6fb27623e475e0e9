using System.Collections.Frozen;
using ContactPoint.Matching.Names;
using ContactPoint.Matching.Phonetics;

namespace ContactPoint.Matching.Nicknames;

/// <summary>Short forms and spelling variants of given names used in the United Kingdom. Two names are related when a group holds both.</summary>
/// <remarks>The list is this project's own, written for it, and ships inside the assembly (<c>Nicknames/nicknames.txt</c>).</remarks>
public sealed class NicknameTable
{
    private const string Resource = "ContactPoint.Matching.nicknames.txt";
    private static readonly Lazy<NicknameTable> Shared = new(Load);
    private readonly FrozenDictionary<string, FrozenSet<string>> _related;
    private readonly (string Name, LetterSignature Signature)[] _names;

    private NicknameTable(List<string[]> groups)
    {
        GroupCount = groups.Count;
        _related = groups
            .SelectMany(group => group.Select(name => (name, group)))
            .GroupBy(pair => pair.name, StringComparer.Ordinal)
            .ToFrozenDictionary(
                pairs => pairs.Key,
                pairs => pairs.SelectMany(pair => pair.group).Where(other => other != pairs.Key).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
        _names = [.. _related.Keys.Order(StringComparer.Ordinal).Select(name => (name, LetterSignature.Of(name)))];
    }

    /// <summary>The list that ships with this version.</summary>
    public static NicknameTable Instance => Shared.Value;

    /// <summary>How many groups the list holds.</summary>
    public int GroupCount { get; }

    /// <summary>The names that go with a given name; empty when none is known.</summary>
    /// <param name="compact">A normalised name without spaces.</param>
    public IReadOnlySet<string> RelatedTo(string compact) =>
        _related.TryGetValue(compact, out var names) ? names : FrozenSet<string>.Empty;

    /// <summary>Whether a group holds both names.</summary>
    public bool AreRelated(string compact, string otherCompact) => RelatedTo(compact).Contains(otherCompact);

    /// <summary>Names that go with a listed name one letter off this one: "Biily" leads by Billy to William.</summary>
    internal HashSet<string> RelatedToMisspelt(string compact)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (compact.Length < 4)
            return found;
        var signature = LetterSignature.Of(compact);
        foreach (var (name, letters) in _names)
        {
            if (name.Length >= 4 && signature.MayBeWithin(letters, 1) && EditDistance.Bounded(compact, name, 1) == 1)
                found.UnionWith(_related[name]);
        }

        return found;
    }

    private static NicknameTable Load()
    {
        using var stream = typeof(NicknameTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        var groups = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                groups.Add([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameNormaliser.Normalise).Distinct(StringComparer.Ordinal)]);
        }

        return new NicknameTable(groups);
    }
}
