namespace ContactPoint.Directory.Children;

/// <summary>The one current lead professional (INV-4): who, by reference; the contact is read when it is shown.</summary>
/// <param name="Practitioner">The practitioner.</param>
/// <param name="Since">Since which day.</param>
public sealed record LeadProfessional(Guid Practitioner, DateOnly Since);
