namespace ContactPoint.Synthetic.Names;

/// <summary>How usual the name of a rank is. Names are not Zipf's: flat at the top, steeper further down; so the curve is given by points.</summary>
internal static class RankCurve
{
    // Rank and weight; between the points the logarithms are straight. Rough shapes of published counts, none of them a count.
    private static readonly (double Rank, double Weight)[] EnglishSurnames =
        [(1, 1950), (2, 1250), (4, 960), (10, 560), (20, 410), (50, 255), (100, 150), (200, 76), (500, 36), (1_000, 17), (2_000, 7), (4_000, 2.8), (8_000, 1.1), (16_000, 0.4), (60_000, 0.06)];

    private static readonly (double Rank, double Weight)[] EnglishForenames =
        [(1, 2900), (5, 2250), (10, 1800), (20, 1200), (50, 640), (100, 250), (200, 78), (500, 13), (1_000, 4), (2_000, 1.3), (4_000, 0.4), (20_000, 0.04)];

    public static double EnglishSurname(int rank) => At(EnglishSurnames, rank);

    public static double EnglishForename(int rank) => At(EnglishForenames, rank);

    /// <summary>Communities with fewer surnames: the first is borne by some 8 in 100.</summary>
    public static double FewSurnames(int rank) => 1_000.0 / (rank + 3);

    public static double OtherForename(int rank) => 1_000.0 / Math.Pow(rank + 5, 1.15);

    private static double At((double Rank, double Weight)[] points, int rank)
    {
        var place = rank + 1.0;
        var i = 1;
        while (i < points.Length - 1 && points[i].Rank < place) i++;
        var (from, to) = (points[i - 1], points[i]);
        var way = Math.Log(place / from.Rank) / Math.Log(to.Rank / from.Rank);
        return from.Weight * Math.Pow(to.Weight / from.Weight, way);
    }
}
