using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>The children whose rows a context may read. Derived from a pass; nobody else can make one.</summary>
public sealed class DisclosureScope
{
    private DisclosureScope(bool coversAll, IReadOnlyList<Guid> childIds)
    {
        CoversAll = coversAll;
        ChildIds = childIds;
    }

    /// <summary>No child at all: for tables without children.</summary>
    public static DisclosureScope None { get; } = new(false, []);

    /// <summary>True for a registered job.</summary>
    public bool CoversAll { get; }

    /// <summary>The children covered.</summary>
    public IReadOnlyList<Guid> ChildIds { get; }

    /// <summary>What a record pass covers: one child.</summary>
    /// <param name="pass">The pass.</param>
    public static DisclosureScope For(RecordPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return new(false, [pass.Child.Value]);
    }

    /// <summary>What the gate's question covers: its fixed set, 64 for a search, a whole roster for a list. It never leaves the port that serves it.</summary>
    /// <param name="pass">The gate's ticket.</param>
    public static DisclosureScope For(FactsPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return new(false, [.. pass.Children.Select(child => child.Value)]);
    }

    /// <summary>What a registered job covers: every child.</summary>
    /// <param name="pass">The job's pass.</param>
    public static DisclosureScope For(JobPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return new(true, []);
    }
}
