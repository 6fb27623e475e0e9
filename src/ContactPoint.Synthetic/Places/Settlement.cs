using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Places;

/// <summary>Who lives where: authorities by their children, communities by the kind of place.</summary>
internal static class Settlement
{
    private static readonly Dictionary<char, int> Kinds = "rtclosi".Select((kind, index) => (kind, index)).ToDictionary(pair => pair.kind, pair => pair.index);

    // One line a group of communities; columns: rural, town, city, London, outer London, South Asian, Indian.
    private static readonly Dictionary<string, double[]> Factors = new()
    {
        ["british"] = [1.45, 1.28, 0.85, 0.42, 0.85, 0.55, 0.48],
        ["south-asian"] = [0.05, 0.35, 1.8, 1.5, 0.8, 5.5, 2.0],
        ["indian"] = [0.10, 0.45, 1.1, 1.0, 2.0, 1.6, 6.0],
        ["african"] = [0.08, 0.35, 1.6, 4.6, 1.8, 1.3, 1.6],
        ["caribbean"] = [0.08, 0.30, 1.4, 4.2, 1.7, 1.2, 1.5],
        ["european"] = [0.50, 0.80, 1.4, 2.2, 1.6, 1.1, 1.7],
        ["near-eastern"] = [0.05, 0.30, 1.7, 3.8, 1.6, 1.5, 1.7],
        ["east-asian"] = [0.30, 0.60, 1.6, 2.4, 1.8, 0.6, 0.9],
        ["jewish"] = [0.05, 0.30, 1.2, 4.0, 3.0, 0.3, 0.5],
    };

    private static readonly Draw<Authority> Authorities = new([.. Authority.All], [.. Authority.All.Select(authority => (double)authority.Thousands)]);

    private static readonly Draw<NamePool>[] Communities = [.. Enumerable.Range(0, Kinds.Count).Select(kind => new Draw<NamePool>(
        [.. NamePool.All], [.. NamePool.All.Select(pool => pool.Community.Share * Factors[GroupOf(pool.Community)][kind])]))];

    public static Authority Draw(Dice dice) => Authorities.Next(dice);

    public static NamePool Community(Authority authority, Dice dice) => Communities[Kinds[authority.Kind]].Next(dice);

    private static string GroupOf(Community community) => community.Name switch
    {
        "english" or "welsh" or "irish" => "british",
        "caribbean" => "caribbean",
        "jewish" => "jewish",
        _ => community.Way switch
        {
            NamingWay.Pakistani or NamingWay.Bangladeshi => "south-asian",
            NamingWay.Sikh or NamingWay.Indian or NamingWay.Tamil => "indian",
            NamingWay.Yoruba or NamingWay.Akan or NamingWay.Somali => "african",
            NamingWay.Chinese or NamingWay.Vietnamese => "east-asian",
            NamingWay.Arabic => "near-eastern",
            _ => community.Name switch { "southern" => "african", "turkish" => "near-eastern", _ => "european" },
        },
    };
}

/// <summary>A weighted draw from a short list.</summary>
internal sealed class Draw<T>
{
    private readonly T[] items;
    private readonly double[] upTo;

    public Draw(T[] items, double[] weights)
    {
        this.items = items;
        upTo = new double[weights.Length];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) upTo[i] = sum += weights[i];
    }

    public T Next(Dice dice)
    {
        var at = Array.BinarySearch(upTo, dice.Fraction() * upTo[^1]);
        return items[Math.Min(at < 0 ? ~at : at + 1, items.Length - 1)];
    }
}
