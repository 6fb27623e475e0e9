namespace ContactPoint.Modules.Education.Contacts;

/// <summary>Whom to reach at the child's current school.</summary>
/// <param name="Contacts">The functions that somebody holds, in their order.</param>
public sealed record ContactsPart(IReadOnlyList<ContactEntry> Contacts)
{
    /// <summary>Redacted.</summary>
    public override string ToString() => "contacts";
}
