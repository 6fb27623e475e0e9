namespace ContactPoint.Synthetic.Names;

/// <summary>The weighted names of one community: surnames, and forenames by gender and time of birth.</summary>
internal sealed class NamePool
{
    /// <summary>Years of birth that share one table.</summary>
    public const int YearsInBand = 4;

    private const int Bands = 6;
    private const int FirstYear = 2008;
    private const double Drift = 0.28;
    private const double SpellingShare = 0.04;

    // Of the boys of these communities more than one in ten bears it: no other name of the country is as usual.
    private const double FirstOfMany = 4;
    private readonly WeightedNames[] boys = new WeightedNames[Bands];
    private readonly WeightedNames[] girls = new WeightedNames[Bands];

    public NamePool(Community community)
    {
        Community = community;
        Surnames = MakeSurnames(community);
        for (var band = 0; band < Bands; band++)
        {
            boys[band] = MakeForenames(community, isGirl: false, band);
            girls[band] = MakeForenames(community, isGirl: true, band);
        }
    }

    public static IReadOnlyList<NamePool> All { get; } = [.. Community.All.Select(community => new NamePool(community))];

    public Community Community { get; }

    public WeightedNames Surnames { get; }

    public string Forename(bool isGirl, int year, Dice dice) => (isGirl ? girls : boys)[Math.Clamp((year - FirstYear) / YearsInBand, 0, Bands - 1)].Draw(dice);

    private static WeightedNames MakeSurnames(Community community)
    {
        var isLarge = community.Way is NamingWay.English;
        Func<int, double> curve = isLarge ? RankCurve.EnglishSurname : RankCurve.FewSurnames;
        var seen = new HashSet<string>(community.Surnames, StringComparer.Ordinal);
        var tail = RareSurnames.Of(community.Tail).Concat(community.Surnames.SelectMany(Spellings.Written)).Where(seen.Add).ToArray();
        if (!isLarge) return WithTail([.. community.Surnames], curve, tail, community.Tail == "none" ? SpellingShare : 3 * SpellingShare);
        Shuffle(tail);
        string[] all = [.. community.Surnames, .. tail];
        return new WeightedNames(all, [.. Enumerable.Range(0, all.Length).Select(curve)]);
    }

    private static WeightedNames MakeForenames(Community community, bool isGirl, int band)
    {
        var marked = isGirl ? community.Girls : community.Boys;
        var isEnglish = community.Way == NamingWay.English;
        var head = marked.Select(name => name.TrimEnd('+', '-')).Distinct().ToArray();
        var trend = marked.DistinctBy(name => name.TrimEnd('+', '-')).Select(name => name[^1] switch { '+' => 1, '-' => -1, _ => 0 }).ToArray();
        double Weight(int rank) => (isEnglish ? RankCurve.EnglishForename(rank) : RankCurve.OtherForename(rank) * (rank == 0 && head[0] == "Muhammad" ? FirstOfMany : 1)) * Math.Exp(trend[rank] * Drift * (band - (Bands / 2)));
        var seen = new HashSet<string>(head, StringComparer.Ordinal);
        var tail = RareForenames.Of(community.Way, isGirl).Concat(head.SelectMany(Spellings.Written)).Where(seen.Add).ToArray();
        Shuffle(tail);
        if (!isEnglish) return WithTail(head, Weight, tail, community.Way is NamingWay.Chinese or NamingWay.Yoruba ? 0.28 : 2 * SpellingShare);
        string[] all = [.. head, .. tail];
        return new WeightedNames(all, [.. Enumerable.Range(0, all.Length).Select(rank => rank < head.Length ? Weight(rank) : RankCurve.EnglishForename(rank))]);
    }

    private static WeightedNames WithTail(string[] head, Func<int, double> curve, string[] tail, double share)
    {
        Shuffle(tail);
        var weights = Enumerable.Range(0, head.Length).Select(curve).ToList();
        var rare = Enumerable.Range(0, tail.Length).Select(rank => 1.0 / (rank + 20)).ToArray();
        var scale = rare.Length == 0 ? 0 : weights.Sum() * share / (1 - share) / rare.Sum();
        weights.AddRange(rare.Select(weight => weight * scale));
        return new WeightedNames([.. head, .. tail], [.. weights]);
    }

    // The same order always, whatever the seed of a country: which rare names are the less rare ones is part of the lists.
    private static void Shuffle(string[] names)
    {
        var dice = new Dice(Dice.Seed(0, Stream.Names, names.Length));
        for (var i = names.Length - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (names[i], names[j]) = (names[j], names[i]);
        }
    }
}
