using ContactPoint.Directory.Children;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Reading;

/// <summary>A row of a register that passed every check of form: a body, and no child.</summary>
internal sealed record RegisterRow
{
    public required int Line { get; init; }

    /// <summary>Its number in the register: URN of a school.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    public required LocalAuthorityCode Authority { get; init; }

    public required OrganisationState State { get; init; }

    public DateOnly? OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public Address? Address { get; init; }

    public string? Phone { get; init; }

    /// <summary>A value that the row is taken without.</summary>
    public RowProblem? Note { get; init; }
}
