namespace ContactPoint.Directory.Children;

/// <summary>A person's name as given.</summary>
/// <param name="Family">Family name.</param>
/// <param name="Given">Given name.</param>
/// <param name="Middle">Middle names; null when none are known.</param>
public sealed record PersonName(string Family, string Given, string? Middle = null)
{
    /// <summary>Redacted, so that no log or message carries a name by accident.</summary>
    public override string ToString() => "name";
}

/// <summary>A name other than the current one.</summary>
/// <param name="Kind">Former or preferred.</param>
/// <param name="Name">The name.</param>
public sealed record OtherName(OtherNameKind Kind, PersonName Name);

/// <summary>What kind of other name.</summary>
public enum OtherNameKind
{
    /// <summary>Borne before.</summary>
    Former = 1,

    /// <summary>The one the child is called by.</summary>
    Preferred = 2,
}
