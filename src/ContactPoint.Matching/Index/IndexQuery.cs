using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>What is asked for. Which fields are set decides how candidates are sought; which sets of fields are allowed is the caller's rule (SEA-2).</summary>
public sealed record IndexQuery
{
    /// <summary>Family name, or its beginning.</summary>
    public string? Family { get; init; }

    /// <summary>Given name, or its beginning.</summary>
    public string? Given { get; init; }

    /// <summary>Middle names.</summary>
    public string? Middle { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>Age in full years on <see cref="ReferenceDate"/>; not looked at when a date of birth is given.</summary>
    public int? Age { get; init; }

    /// <summary>The day on which <see cref="Age"/> holds; required with it.</summary>
    public DateOnly? ReferenceDate { get; init; }

    /// <summary>Gender.</summary>
    public RecordedGender Gender { get; init; }

    /// <summary>The postcode district, where no whole postcode is known.</summary>
    public OutwardCode? District { get; init; }

    /// <summary>The whole postcode; goes before <see cref="District"/>.</summary>
    public Postcode? Postcode { get; init; }
}
