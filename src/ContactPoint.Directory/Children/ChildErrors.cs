using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Children;

/// <summary>Why a record was not written.</summary>
public static class ChildErrors
{
    /// <summary>Somebody else changed the record in between.</summary>
    public static readonly Error Moved = new("child.moved", "The record was changed by somebody else in the meantime. Read it again and repeat the change.");

    /// <summary>The job may not write this.</summary>
    public static readonly Error NotAllowed = new("child.job-may-not", "This job may not write that part of a record.");

    /// <summary>What would be replaced does not open.</summary>
    public static readonly Error Unreadable = new("child.unreadable", "Part of the record does not open, so it was left as it is. Tell the operator: a key may be missing.");
}
