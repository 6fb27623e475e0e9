namespace ContactPoint.Ui.Feedback;

/// <summary>What a banner or a tag means. Each comes with its own icon and words; the colour only helps.</summary>
public enum BannerKind
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>It worked.</summary>
    Success,

    /// <summary>Needs attention soon.</summary>
    Warning,

    /// <summary>Something failed or is refused.</summary>
    Danger,

    /// <summary>A calm notice about a shielded record: no alarm.</summary>
    Shielded,
}
