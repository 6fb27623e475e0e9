namespace ContactPoint.Sdk.Children;

/// <summary>Internal identity of a child record. Random; never leaves the process: see <see cref="ChildHandle"/>.</summary>
/// <param name="Value">The random value.</param>
public readonly record struct ChildId(Guid Value)
{
    /// <summary>Redacted, so that no log or message carries the internal id by accident.</summary>
    public override string ToString() => "child";
}

/// <summary>What leaves the process instead of a <see cref="ChildId"/>: sealed, and bound to one session, so that handles of two people cannot be joined.</summary>
/// <param name="Value">32 characters of base64url.</param>
public readonly record struct ChildHandle(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
