using ContactPoint.Sdk.Children;

namespace ContactPoint.Demo.Names;

/// <summary>Draws names as a country has them: a few that everybody bears and a long tail of rare ones.</summary>
internal sealed class NameMaker(Random random)
{
    private const double RareShare = 0.12;
    private const double EnglishGivenShare = 0.2;

    // Parts of English place names: every pair reads as a surname, most of them belong to hardly anybody.
    private static readonly string[] Fronts =
        ["Ash", "Beck", "Black", "Brock", "Calder", "Clay", "Cran", "Dun", "Elm", "Fair", "Fern", "Gar", "Hasling", "Hather", "Haw", "Hazel", "Hex", "Hol", "Kel", "Lang",
         "Lin", "Mar", "Mickle", "Nether", "Oak", "Peasle", "Rad", "Raven", "Rother", "Sel", "Shackle", "Stan", "Thorn", "Tweed", "Ullers", "Wad", "Wether", "Whit", "Win", "Wolver"];

    private static readonly string[] Ends =
        ["bottom", "bourne", "brook", "bury", "by", "cliffe", "combe", "dale", "den", "field", "ford", "gate", "ham", "hurst", "ley", "low", "more", "shaw", "stead", "thorpe",
         "ton", "well", "wick", "worth"];

    private readonly int total = NameLists.All.Sum(community => community.Share);

    public Community Community()
    {
        var at = random.Next(total);
        foreach (var community in NameLists.All)
            if ((at -= community.Share) < 0) return community;
        return NameLists.British;
    }

    public string Family(Community community) =>
        community == NameLists.British && random.NextDouble() < RareShare
            ? Fronts[random.Next(Fronts.Length)] + Ends[random.Next(Ends.Length)]
            : Ranked(community.Families);

    /// <summary>A given name; not one of those that brothers and sisters bear already.</summary>
    public string Given(Community community, Gender gender, IReadOnlyCollection<string> taken)
    {
        var from = random.NextDouble() < EnglishGivenShare ? NameLists.British : community;
        var names = gender switch
        {
            Gender.Male => from.Boys,
            Gender.Female => from.Girls,
            _ => random.Next(2) == 0 ? from.Boys : from.Girls,
        };
        string name;
        do name = Ranked(names);
        while (taken.Contains(name));
        return name;
    }

    // Zipf's law, near enough: the square of a uniform draw favours the head of the list and still reaches its end.
    private string Ranked(IReadOnlyList<string> names)
    {
        var draw = random.NextDouble();
        return names[(int)(draw * draw * names.Count)];
    }
}
