namespace ContactPoint.Sdk.Data;

/// <summary>Separates the keys of sealed values and blind indexes by what they protect.</summary>
/// <param name="Name">Owner and field, dotted: <c>directory.identity</c>. Part of the key derivation: never rename one that has been used.</param>
public readonly record struct SealPurpose(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
