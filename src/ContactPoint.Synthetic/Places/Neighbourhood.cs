using ContactPoint.Synthetic.Names;

namespace ContactPoint.Synthetic.Places;

/// <summary>Some streets with sixty children: one district, a handful of postcodes, and the communities that live there.</summary>
internal sealed record Neighbourhood
{
    /// <summary>Children of a neighbourhood: so the number of a child tells its neighbourhood, and nothing else need be made to make it.</summary>
    public const int Children = 60;

    private const int PostcodesHere = 8;
    private const double LeaningShare = 0.45;
    private const double LeaningHouseholds = 0.35;

    public required long Number { get; init; }

    public required Authority Authority { get; init; }

    public required string Outward { get; init; }

    public required int Sector { get; init; }

    public required int FirstLetter { get; init; }

    public required NamePool? Leaning { get; init; }

    public static Neighbourhood Make(int seed, long number, Dice dice)
    {
        dice.Restart(Dice.Seed(seed, Stream.Neighbourhood, number));
        var authority = Settlement.Draw(dice);
        var districts = Math.Clamp(authority.Thousands / 5, 1, Postcodes.Most);
        return new Neighbourhood
        {
            Number = number,
            Authority = authority,
            Outward = Postcodes.Outward(authority, dice.Below(districts)),
            Sector = dice.Below(10),
            FirstLetter = dice.Below(Postcodes.Letters),
            Leaning = dice.Chance(LeaningShare) ? Settlement.Community(authority, dice) : null,
        };
    }

    public string Postcode(Dice dice) => Postcodes.Whole(Outward, Sector, FirstLetter, (FirstLetter + dice.Below(PostcodesHere)) % Postcodes.Letters);

    public NamePool Community(Dice dice) => Leaning is not null && dice.Chance(LeaningHouseholds) ? Leaning : Settlement.Community(Authority, dice);
}
