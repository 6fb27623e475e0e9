namespace ContactPoint.Directory.Corrections.Contradictions;

/// <summary>How far a contradiction has got. Stored by number. One that the source has settled by agreeing is not kept.</summary>
public enum ContradictionState
{
    /// <summary>Nobody has dealt with it.</summary>
    Open = 1,

    /// <summary>The source was asked about its own value.</summary>
    Asked = 2,

    /// <summary>Set aside: the correction stands, whatever this source goes on saying.</summary>
    SetAside = 3,
}
