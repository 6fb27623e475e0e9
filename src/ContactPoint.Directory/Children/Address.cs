namespace ContactPoint.Directory.Children;

/// <summary>A postal address.</summary>
/// <param name="Lines">Street lines, one to four.</param>
/// <param name="Town">Post town; null when not given.</param>
/// <param name="Postcode">Postcode in capitals with one space; null when not given.</param>
public sealed record Address(IReadOnlyList<string> Lines, string? Town = null, string? Postcode = null)
{
    /// <summary>Equal when every line is.</summary>
    /// <param name="other">The other address.</param>
    public bool Equals(Address? other) =>
        other is not null && Town == other.Town && Postcode == other.Postcode && Lines.SequenceEqual(other.Lines, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Town, Postcode, Lines.Count);

    /// <summary>Redacted.</summary>
    public override string ToString() => "address";
}
