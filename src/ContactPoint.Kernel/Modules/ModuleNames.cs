using System.Text.RegularExpressions;

namespace ContactPoint.Kernel.Modules;

/// <summary>Stable names that a module gives to what it brings: under its own key, so that nobody's are another's.</summary>
internal static partial class ModuleNames
{
    private const int LongestWords = 60;

    public static bool IsOwn(string? name, string key, int longest) =>
        name is not null && name.Length <= longest && name.StartsWith(key + ".", StringComparison.Ordinal) && Rest().IsMatch(name[(key.Length + 1)..]);

    /// <summary>Words for people: something, on one line, not too long.</summary>
    public static bool AreWords(string? words, int longest = LongestWords) =>
        !string.IsNullOrWhiteSpace(words) && words.Length <= longest && !words.Any(char.IsControl);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Rest();
}
