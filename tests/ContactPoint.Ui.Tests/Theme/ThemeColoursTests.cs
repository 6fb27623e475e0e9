using System.Globalization;
using System.Text.RegularExpressions;
using ContactPoint.Ui.Theme;

namespace ContactPoint.Ui.Tests.Theme;

public sealed partial class ThemeColoursTests
{
    public static TheoryData<string> Sets => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void TextColours_ReachFourAndAHalfToOne_OnPageAndSurface(string set)
    {
        var colours = Colours(set);
        string[] text = [colours.Text, colours.Muted, colours.Primary, colours.Danger, colours.Warning, colours.Success, .. colours.Accents.Values];

        foreach (var colour in text)
        {
            Contrast(colour, colours.Page).ShouldBeGreaterThanOrEqualTo(4.5, colour);
            Contrast(colour, colours.Surface).ShouldBeGreaterThanOrEqualTo(4.5, colour);
        }

        Contrast(colours.OnPrimary, colours.Primary).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void StyleSheet_HoldsTheSameColours(string set)
    {
        var colours = Colours(set);
        var css = Tokens(set);

        (css["page"], css["surface"], css["text"], css["muted"]).ShouldBe((colours.Page, colours.Surface, colours.Text, colours.Muted));
        (css["primary"], css["on-primary"], css["danger"]).ShouldBe((colours.Primary, colours.OnPrimary, colours.Danger));
        (css["warning"], css["success"]).ShouldBe((colours.Warning, colours.Success));
        colours.Accents.ShouldAllBe(accent => css["accent-" + accent.Key] == accent.Value);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void FocusRingAndFieldBorders_ReachThreeToOne(string set)
    {
        var css = Tokens(set);

        foreach (var ground in new[] { css["page"], css["surface"] })
        {
            Contrast(css["focus"], ground).ShouldBeGreaterThanOrEqualTo(3);
            Contrast(css["field-line"], ground).ShouldBeGreaterThanOrEqualTo(3);
        }

        Contrast(css["on-danger"], css["danger"]).ShouldBeGreaterThanOrEqualTo(4.5);
        Contrast(css["text"], css["stripe"]).ShouldBeGreaterThanOrEqualTo(4.5);
        Contrast(css["text"], css["hover"]).ShouldBeGreaterThanOrEqualTo(4.5);
        Contrast(css["muted"], css["hover"]).ShouldBeGreaterThanOrEqualTo(4.5);
        Contrast(css["primary"], css["hover"]).ShouldBeGreaterThanOrEqualTo(4.5);
    }

    private static ThemeColours Colours(string set) => set == "light" ? ThemeColours.Light : ThemeColours.Dark;

    private static Dictionary<string, string> Tokens(string set)
    {
        var blocks = RootBlock().Matches(File.ReadAllText(Path.Combine(SourceTree.Ui, "wwwroot", "contactpoint.css")));
        return Token().Matches(blocks[set == "light" ? 0 : 1].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // Relative luminance, WCAG 2.2.
    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(":root \\{[^}]*\\}")]
    private static partial Regex RootBlock();

    [GeneratedRegex("--cp-([a-z-]+): (#[0-9A-F]{6});")]
    private static partial Regex Token();
}
