namespace ContactPoint.Sdk.Children;

/// <summary>The state of a record in its life (LIF).</summary>
public enum RecordState
{
    /// <summary>No such record. The gate treats it as any other state, so that the answer takes the same work.</summary>
    Absent = 0,

    /// <summary>Live.</summary>
    Active = 1,

    /// <summary>Known from one supplier alone and not yet confirmed: seen by that supplier only (SHD-6).</summary>
    Provisional = 2,

    /// <summary>Archived (LIF-3).</summary>
    Archived = 3,
}

/// <summary>What the policy needs to know of a child before it decides: no names, no contact facts.</summary>
public sealed record ChildFacts
{
    /// <summary>The child asked about.</summary>
    public required ChildId Child { get; init; }

    /// <summary>State; <see cref="RecordState.Absent"/> for a child that does not exist.</summary>
    public required RecordState State { get; init; }

    /// <summary>The local authority that answers for the record, when set.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>The organisation that supplied a provisional record.</summary>
    public Guid? Supplier { get; init; }

    /// <summary>Counts up with every change of the record; a pass is good for this version only.</summary>
    public long Version { get; init; }

    /// <summary>Facts of a child that does not exist.</summary>
    /// <param name="child">The id asked about.</param>
    public static ChildFacts Absent(ChildId child) => new() { Child = child, State = RecordState.Absent };
}
