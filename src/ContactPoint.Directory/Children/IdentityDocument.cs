using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Children;

/// <summary>The identity of a child as it is kept: sealed as one document, each field with its provenance.</summary>
public sealed record IdentityDocument
{
    /// <summary>Current name.</summary>
    public required Sourced<PersonName> Name { get; init; }

    /// <summary>Former and preferred names.</summary>
    public IReadOnlyList<Sourced<OtherName>> OtherNames { get; init; } = [];

    /// <summary>Gender.</summary>
    public required Sourced<Gender> Gender { get; init; }

    /// <summary>Date of birth.</summary>
    public required Sourced<DateOnly> DateOfBirth { get; init; }

    /// <summary>Directory number: 12 characters, no separators.</summary>
    public required string DirectoryNumber { get; init; }

    /// <summary>Date of death.</summary>
    public Sourced<DateOnly>? DateOfDeath { get; init; }

    /// <summary>Redacted.</summary>
    public override string ToString() => "identity";
}
