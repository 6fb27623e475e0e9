using System.Globalization;

namespace ContactPoint.Tool.Generate;

/// <summary>Which country is being loaded, and the neighbourhood that comes next. A load made by another version of the lists is not this one.</summary>
internal sealed record LoadPlace(int Seed, long Children, long Next)
{
    private const string Version = "1";

    public static LoadPlace? Parse(string text)
    {
        var parts = text.Split(' ');
        return parts is [Version, var seed, var children, var next]
            && int.TryParse(seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var which)
            && long.TryParse(children, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new LoadPlace(which, count, place) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version} {Seed} {Children} {Next}");
}
