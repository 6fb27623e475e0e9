namespace ContactPoint.Tool.Doctor;

/// <summary>What a check found.</summary>
/// <param name="Check">Stable name of the check.</param>
/// <param name="Health">How bad it is.</param>
/// <param name="Says">What is.</param>
/// <param name="Do">What to do; null when nothing.</param>
internal sealed record Finding(string Check, Health Health, string Says, string? Do = null)
{
    public static Finding Good(string check, string says) => new(check, Health.Good, says);

    public static Finding Warning(string check, string says, string act) => new(check, Health.Warning, says, act);

    public static Finding Bad(string check, string says, string act) => new(check, Health.Bad, says, act);
}

/// <summary>How bad a finding is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but should be seen to.</summary>
    Warning,

    /// <summary>Does not work, or is not safe.</summary>
    Bad,
}
