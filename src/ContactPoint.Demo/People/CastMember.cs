using ContactPoint.Sdk.Access;

namespace ContactPoint.Demo.People;

/// <summary>A demo person before the account is opened.</summary>
internal sealed record CastMember
{
    public required string UserName { get; init; }

    public required string Name { get; init; }

    public required string Does { get; init; }

    /// <summary>Name of the organisation in Salford; null for the national team.</summary>
    public required string? Organisation { get; init; }

    public required Role Role { get; init; }

    public required string Function { get; init; }

    public required IReadOnlySet<Purpose> Purposes { get; init; }

    public bool IsPractitioner { get; init; } = true;

    public required string FirstPage { get; init; }

    public required string Try { get; init; }
}
