namespace ContactPoint.Synthetic.Names;

/// <summary>Short forms of forenames. A list of its own on purpose: the product's table of nicknames must not be measured against itself.</summary>
internal static class ShortForms
{
    private static readonly Dictionary<string, string[]> Forms = TextResource.Lines("ContactPoint.Synthetic.short-forms.txt")
        .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1..], StringComparer.Ordinal);

    /// <summary>The short forms; empty when none is usual.</summary>
    public static string[] Of(string forename) => Forms.GetValueOrDefault(forename) ?? [];
}
