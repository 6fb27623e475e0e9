using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Matching.Model;

/// <summary>What two records are compared by when there is no index between them. Everything may be missing.</summary>
public sealed record PersonFacts
{
    /// <summary>Family name as written.</summary>
    public string? Family { get; init; }

    /// <summary>Given name as written.</summary>
    public string? Given { get; init; }

    /// <summary>Middle names as written.</summary>
    public string? Middle { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>Gender.</summary>
    public RecordedGender Gender { get; init; }

    /// <summary>Postcode.</summary>
    public Postcode? Postcode { get; init; }
}
