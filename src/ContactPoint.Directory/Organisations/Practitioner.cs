namespace ContactPoint.Directory.Organisations;

/// <summary>A person who works with children, as the directory shows them. Name and contact are sealed at rest.</summary>
public sealed record Practitioner
{
    /// <summary>The most characters of <see cref="Availability"/> (REC-1).</summary>
    public const int LongestAvailability = 120;

    /// <summary>Identity; the Kernel's caller refers to it by this.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name as shown.</summary>
    public required string Name { get; init; }

    /// <summary>Job title.</summary>
    public required string JobTitle { get; init; }

    /// <summary>The service this person gives: a code of the catalogue; null takes the organisation's.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>When best reached: the one free text, at most <see cref="LongestAvailability"/> characters.</summary>
    public string? Availability { get; init; }

    /// <summary>Redacted.</summary>
    public override string ToString() => "practitioner";
}
