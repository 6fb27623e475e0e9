using ContactPoint.Sdk.Children;

namespace ContactPoint.Sdk.Access;

/// <summary>An identifier that a sector issued (REC-6).</summary>
/// <param name="Scheme">Which: <see cref="Upn"/> or <see cref="Nhs"/>.</param>
/// <param name="Value">As typed; normalised and checked by the directory.</param>
public sealed record SectorIdentifier(string Scheme, string Value)
{
    /// <summary>Unique pupil number, issued by education.</summary>
    public const string Upn = "upn";

    /// <summary>NHS number, issued by health.</summary>
    public const string Nhs = "nhs";
}

/// <summary>What a search is made with. Text is at most 100 characters a field; longer input is cut off before it is used.</summary>
public sealed record SearchCriteria
{
    /// <summary>Family name, or a prefix of three letters or more.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Given name, or a prefix of three letters or more.</summary>
    public string? GivenName { get; init; }

    /// <summary>Middle name; helps ranking, is no key.</summary>
    public string? MiddleName { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>Age in years as it looks, ±1.</summary>
    public int? Age { get; init; }

    /// <summary>Gender.</summary>
    public Gender? Gender { get; init; }

    /// <summary>A postcode, or its district (outward code) alone.</summary>
    public string? Postcode { get; init; }

    /// <summary>The directory number.</summary>
    public string? DirectoryNumber { get; init; }

    /// <summary>An identifier of the caller's own sector.</summary>
    public SectorIdentifier? Identifier { get; init; }
}
