using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ContactPoint.Ui.Resources;

namespace ContactPoint.Ui.Tests.Resources;

public sealed partial class ResourceTests
{
    private static readonly ResourceManager Words = new(typeof(UiText).FullName!, typeof(UiText).Assembly);

    [Fact]
    public void EveryKeyInUse_HasWords()
    {
        var used = Used();

        used.Count.ShouldBeGreaterThan(40);
        used.Where(key => string.IsNullOrWhiteSpace(Words.GetString(key, CultureInfo.InvariantCulture))).ShouldBeEmpty();
    }

    [Fact]
    public void EveryKey_IsInUse()
    {
        var used = Used();
        var known = Words.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);

        known.Except(used).ShouldBeEmpty();
    }

    private static HashSet<string> Used() => [.. Directory.EnumerateFiles(SourceTree.Ui, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => Key().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups[1].Value)];

    // Keys are written out: "Area.Word", in an index of the localizer or in the table of the banner kinds.
    [GeneratedRegex("\"((?:Banner|Button|Date|Dialog|ErrorSummary|Field|Frame|Page|Progress|Purpose|Reconnect|Table|Time|Training|Waterfall)\\.[A-Za-z]+)\"")]
    private static partial Regex Key();
}
