namespace ContactPoint.Synthetic.Places;

/// <summary>A local authority of the synthetic country.</summary>
/// <param name="Index">Its place in the list.</param>
/// <param name="Code">Three digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Thousands">About how many thousand children of England live there: a weight.</param>
/// <param name="Kind">Kind of place; decides which communities live there.</param>
/// <param name="Areas">Its postcode areas.</param>
public sealed record Authority(int Index, string Code, string Name, int Thousands, char Kind, IReadOnlyList<string> Areas)
{
    /// <summary>All of them. Codes and names are public facts; weights and areas are this project's estimate.</summary>
    public static IReadOnlyList<Authority> All { get; } =
        [.. TextResource.Lines("ContactPoint.Synthetic.authorities.txt").Select((line, index) => Read(line.Split('|'), index))];

    private static Authority Read(string[] parts, int index) =>
        new(index, parts[0], parts[1], int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture), parts[3][0], parts[4].Split(','));
}
