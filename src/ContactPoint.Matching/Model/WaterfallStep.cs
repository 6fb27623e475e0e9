namespace ContactPoint.Matching.Model;

/// <summary>One step of the sum that makes a score.</summary>
/// <param name="Field">What was compared.</param>
/// <param name="Level">How it agreed, as the number of the field's level.</param>
/// <param name="Units">Weight in <see cref="LevelTable.UnitsPerBit"/>ths of a bit.</param>
public readonly record struct WaterfallStep(MatchField Field, byte Level, int Units)
{
    /// <summary>Weight in bits: log2 of how much likelier this is for one person than for two.</summary>
    public double Bits => (double)Units / LevelTable.UnitsPerBit;

    /// <summary>Stable code of field and level, such as <c>given.nickname</c>.</summary>
    public string Code => Reasons.Code(Field, Level);

    /// <summary>The reason in plain English, such as "given name is a short form".</summary>
    public string Text => Reasons.Text(Field, Level);

    /// <summary>Whether something agrees here, if only in part, and is worth telling as a reason why the record was found.</summary>
    public bool IsReason => Field == MatchField.NameOrder || (Field != MatchField.Household && Level != 0 && Level != Reasons.LevelCount(Field) - 1);
}
