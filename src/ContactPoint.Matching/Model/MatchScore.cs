namespace ContactPoint.Matching.Model;

/// <summary>The score of one pair, with the steps that add up to it.</summary>
/// <param name="ModelVersion">Which model scored.</param>
/// <param name="Waterfall">The steps; fields where one side is missing are left out.</param>
public sealed record MatchScore(string ModelVersion, IReadOnlyList<WaterfallStep> Waterfall)
{
    /// <summary>The sum in <see cref="LevelTable.UnitsPerBit"/>ths of a bit.</summary>
    public int Units { get; } = Waterfall.Sum(step => step.Units);

    /// <summary>The sum in bits.</summary>
    public double Bits => (double)Units / LevelTable.UnitsPerBit;

    /// <summary>Whether the given name asked for is itself in use in the directory, so that a near miss may well be another child (Mia, Mya).</summary>
    public bool GivenNameInUse { get; init; }

    /// <summary>The reasons why, in plain English, strongest first.</summary>
    public IEnumerable<string> Why => Waterfall.Where(step => step.IsReason).OrderByDescending(step => step.Units).Select(step => step.Text);

    /// <summary>The level of a field; 0, missing, when the field was not compared.</summary>
    public byte Level(MatchField field)
    {
        foreach (var step in Waterfall)
        {
            if (step.Field == field)
                return step.Level;
        }

        return 0;
    }

    /// <summary>The same score with the comparison of a number issued by a sector added.</summary>
    public MatchScore WithIdentifier(MatchModel model, IdentifierLevel level)
    {
        ArgumentNullException.ThrowIfNull(model);
        return level == IdentifierLevel.Missing
            ? this
            : new MatchScore(ModelVersion, [.. Waterfall, new(MatchField.Identifier, (byte)level, model.Identifier.Weight((int)level))]) { GivenNameInUse = GivenNameInUse };
    }

    /// <summary>How probable it is that the pair is one person, when one of <paramref name="population"/> records is.</summary>
    public double Probability(long population)
    {
        var odds = Math.Pow(2, Bits - Math.Log2(Math.Max(1, population)));
        return odds / (1 + odds);
    }
}
