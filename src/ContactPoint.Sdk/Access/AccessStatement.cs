namespace ContactPoint.Sdk.Access;

/// <summary>What a caller states with each request (SEA-1).</summary>
/// <param name="Purpose">Why.</param>
/// <param name="Relationship">How the caller stands to the child.</param>
public sealed record AccessStatement(Purpose Purpose, Relationship Relationship);
