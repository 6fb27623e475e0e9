namespace ContactPoint.Sdk.Children;

/// <summary>What a result or a roster line may say of a child (SEA-4): never an address, never a full date of birth.</summary>
/// <param name="FamilyName">Current family name, as given.</param>
/// <param name="GivenName">Current given name, as given.</param>
/// <param name="Gender">Gender.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Authority">Responsible local authority; null where it is withheld or none is set.</param>
public sealed record ChildSummary(string FamilyName, string GivenName, Gender Gender, int BirthYear, LocalAuthorityCode? Authority);
