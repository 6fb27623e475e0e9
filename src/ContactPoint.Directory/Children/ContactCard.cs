using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Children;

/// <summary>How to reach a practitioner, or a team by its duty line.</summary>
public sealed record ContactCard
{
    /// <summary>The organisation's name.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its agency.</summary>
    public required Agency Agency { get; init; }

    /// <summary>Where the organisation is; null where that is not known.</summary>
    public Address? Address { get; init; }

    /// <summary>True when the organisation has closed: nobody answers there any more.</summary>
    public bool HasClosed { get; init; }

    /// <summary>The day on which it closed; null while it has not, or where that is not known.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The practitioner's name; null for a team.</summary>
    public string? Practitioner { get; init; }

    /// <summary>The practitioner's job title.</summary>
    public string? JobTitle { get; init; }

    /// <summary>The practitioner's telephone, else the organisation's.</summary>
    public string? Phone { get; init; }

    /// <summary>The practitioner's e-mail, else the organisation's.</summary>
    public string? Email { get; init; }

    /// <summary>When the practitioner is best reached (REC-1: at most 120 characters).</summary>
    public string? Availability { get; init; }
}
