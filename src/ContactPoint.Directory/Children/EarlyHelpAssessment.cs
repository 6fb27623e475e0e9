namespace ContactPoint.Directory.Children;

/// <summary>An early help assessment (historic name: CAF): that it is there, who holds it, and dates (INV-5). Nothing of its content.</summary>
public sealed record EarlyHelpAssessment
{
    /// <summary>In progress or completed.</summary>
    public required EarlyHelpStatus Status { get; init; }

    /// <summary>The practitioner who holds it.</summary>
    public required Guid Holder { get; init; }

    /// <summary>When it began.</summary>
    public required DateOnly Started { get; init; }

    /// <summary>When the family agreed to it; null when not yet.</summary>
    public DateOnly? Agreed { get; init; }

    /// <summary>When it was completed.</summary>
    public DateOnly? Completed { get; init; }
}

/// <summary>How far an early help assessment is.</summary>
public enum EarlyHelpStatus
{
    /// <summary>In progress.</summary>
    InProgress = 1,

    /// <summary>Completed.</summary>
    Completed = 2,
}
