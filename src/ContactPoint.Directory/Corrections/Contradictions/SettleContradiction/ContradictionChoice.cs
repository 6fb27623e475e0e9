namespace ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;

/// <summary>What a steward decides about a source that contradicts a correction.</summary>
public enum ContradictionChoice
{
    /// <summary>The source is asked about its own value.</summary>
    Ask = 1,

    /// <summary>The correction stands.</summary>
    SetAside = 2,

    /// <summary>The source is right: its value is taken over, and the field follows its sources again.</summary>
    TakeOver = 3,
}
