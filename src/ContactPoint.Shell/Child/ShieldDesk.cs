namespace ContactPoint.Shell.Child;

/// <summary>How the national shield desk is reached (SHD-2): <c>ContactPoint:ShieldDesk</c>. It routes to the local authority that decides.</summary>
internal sealed class ShieldDesk
{
    /// <summary>Telephone; null leaves the way over the local authority's team.</summary>
    public string? Phone { get; set; }

    /// <summary>When it answers: "day and night".</summary>
    public string? Hours { get; set; }
}
