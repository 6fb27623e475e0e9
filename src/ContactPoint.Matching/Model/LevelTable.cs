using System.Collections.Immutable;

namespace ContactPoint.Matching.Model;

/// <summary>The m- and default u-probabilities of one field's levels. Index 0, "missing", is not used and weighs nothing.</summary>
/// <param name="M">P(level | same person), by level.</param>
/// <param name="U">P(level | different persons), by level, used where the directory's own frequencies are not known.</param>
public sealed record LevelTable(ImmutableArray<double> M, ImmutableArray<double> U)
{
    /// <summary>Weights are whole numbers of this fraction of a bit, so that sums are exact and order never hangs on rounding.</summary>
    public const int UnitsPerBit = 256;

    private const double Least = 1e-9;

    /// <summary>log2(m/u) in <see cref="UnitsPerBit"/>ths of a bit with the default u; 0 for a missing value.</summary>
    public int Weight(int level) => Weight(level, U[level]);

    /// <summary>log2(m/u) in <see cref="UnitsPerBit"/>ths of a bit; 0 for a missing value.</summary>
    /// <param name="level">The level.</param>
    /// <param name="u">The probability of the level among different persons.</param>
    public int Weight(int level, double u) => level == 0
        ? 0
        : Weight(M[level], u);

    internal static int Weight(double m, double u) => (int)Math.Round(Math.Log2(Math.Max(m, Least) / Math.Clamp(u, Least, 1)) * UnitsPerBit);
}
