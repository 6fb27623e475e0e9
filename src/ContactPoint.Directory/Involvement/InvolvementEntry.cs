using ContactPoint.Directory.Children;

namespace ContactPoint.Directory.Involvement;

/// <summary>One involvement as shown.</summary>
public sealed record InvolvementEntry
{
    /// <summary>The service.</summary>
    public required Service Service { get; init; }

    /// <summary>Who, and how to reach them.</summary>
    public required ContactCard Contact { get; init; }

    /// <summary>When it began.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateOnly? End { get; init; }

    /// <summary>False for a self-declared involvement that nobody has confirmed (INV-1).</summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>True when it is the viewer's own, or their team's.</summary>
    public required bool IsCallers { get; init; }

    /// <summary>Where that came from.</summary>
    public Origin? Origin { get; init; }
}
