using ContactPoint.Matching.Identifiers;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Directory.Children;

/// <summary>The schemes of identifiers that the directory keeps, and their normal forms.</summary>
public static class IdentifierSchemes
{
    /// <summary>Unique pupil number.</summary>
    public const string Upn = SectorIdentifier.Upn;

    /// <summary>NHS number.</summary>
    public const string Nhs = SectorIdentifier.Nhs;

    /// <summary>The directory number.</summary>
    public const string DirectoryNumber = "directory";

    /// <summary>A case number of one organisation's own system.</summary>
    public const string LocalCase = "local-case";

    /// <summary>The normal form on which equality rests; null when the check letter or digit does not agree (REC-6).</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="value">As typed or supplied.</param>
    public static string? Normalise(string scheme, string? value) => scheme switch
    {
        Upn => Matching.Identifiers.Upn.TryParse(value, out var upn, out _) ? upn.Value : null,
        Nhs => NhsNumber.TryParse(value, out var nhs, out _) ? nhs.Value : null,
        DirectoryNumber => Sdk.Children.DirectoryNumber.TryParse(value, out var number) ? number.Value : null,
        LocalCase => value?.Trim() is { Length: > 0 and <= 60 } text ? text.ToUpperInvariant() : null,
        _ => null,
    };

    /// <summary>As people write it.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="value">The normal form.</param>
    public static string Format(string scheme, string value) =>
        scheme == Nhs && NhsNumber.TryParse(value, out var nhs, out _) ? nhs.Formatted : value;

    /// <summary>Whether a pupil number was given for the time being: it tells nothing when it differs, and never replaces a permanent one.</summary>
    internal static bool IsTemporary(string upn) => Matching.Identifiers.Upn.TryParse(upn, out var number, out _) && number.IsTemporary;
}
