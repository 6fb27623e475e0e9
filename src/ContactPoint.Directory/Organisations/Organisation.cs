using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Directory.Organisations;

/// <summary>A body or team that works with children. Public register data, kept in clear.</summary>
public sealed record Organisation
{
    /// <summary>Identity; the Kernel's users and feeds refer to it by this.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Agency.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Local authority; null for a national one.</summary>
    public LocalAuthorityCode? Authority { get; init; }

    /// <summary>Duty line or office.</summary>
    public string? Phone { get; init; }

    /// <summary>Shared mailbox.</summary>
    public string? Email { get; init; }

    /// <summary>Number in the register of its sector: URN of a school, ODS code of a practice.</summary>
    public string? RegisterCode { get; init; }

    /// <summary>Where it is; null where that is not known.</summary>
    public Address? Address { get; init; }

    /// <summary>Whether it works.</summary>
    public OrganisationState State { get; init; }

    /// <summary>The day on which it opened or will open.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The day on which it closed or will close.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The service its staff give by default: a code of the catalogue; null when they give none.</summary>
    public string? ServiceCode { get; init; }
}
