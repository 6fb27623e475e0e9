namespace ContactPoint.Synthetic;

/// <summary>Repeatable chance: SplitMix64 from a seed and whatever the draw is for, so that any part of the country is made without the others.</summary>
internal sealed class Dice
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;
    private ulong state;

    public Dice(ulong seed) => state = seed;

    /// <summary>A stream of its own for a thing and its number.</summary>
    public static ulong Seed(int country, Stream stream, long number) =>
        Mix(Mix(((ulong)(uint)country << 8) + (ulong)stream + 1) + (Step * (ulong)(number + 1)));

    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }

    public void Restart(ulong seed) => state = seed;

    public ulong Next() => Mix(state += Step);

    /// <summary>Below a bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)(uint)bound) >> 32);

    /// <summary>From 0 to just under 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Fraction() < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];
}

/// <summary>What a stream of chance is for. Numbers are part of the country: changing one changes every child.</summary>
internal enum Stream
{
    Neighbourhood = 1,
    Household = 2,
    Child = 3,
    Query = 4,
    Feed = 5,
    Staff = 6,
    Names = 7,
}
