namespace ContactPoint.Ui.Actions;

/// <summary>How much weight a button carries. One primary button a page.</summary>
public enum ButtonKind
{
    /// <summary>The thing to do here.</summary>
    Primary,

    /// <summary>Another thing one may do.</summary>
    Secondary,

    /// <summary>Cannot be undone, or takes something away from somebody.</summary>
    Danger,

    /// <summary>Looks like text: cancel, change, show more.</summary>
    Quiet,
}
