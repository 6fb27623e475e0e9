using ContactPoint.Sdk.Access;

namespace ContactPoint.Sdk.Modules;

/// <summary>A link to one of the module's pages in the left rail.</summary>
public sealed record NavEntry
{
    /// <summary>Its words; at most 40 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Where it leads, without a leading slash: <c>m/education</c> or below it.</summary>
    public required string Path { get; init; }

    /// <summary>The agency whose people see it.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The roles that see it, where held in that agency. It spares people a dead end and protects nothing: the page decides again.</summary>
    public required IReadOnlySet<Role> Roles { get; init; }
}
