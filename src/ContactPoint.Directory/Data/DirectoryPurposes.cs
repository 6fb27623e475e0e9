using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Data;

/// <summary>What the directory seals and hashes. The names are part of key derivation: never rename one.</summary>
internal static class DirectoryPurposes
{
    public static readonly SealPurpose Identity = new("directory.identity");

    public static readonly SealPurpose Identifier = new("directory.identifier");

    public static readonly SealPurpose Practitioner = new("directory.practitioner");

    public static readonly SealPurpose SearchSnapshot = new("directory.search-snapshot");

    public static SealPurpose Part(string part) => new("directory.part." + part);

    /// <summary>Equality of identifiers, each scheme apart.</summary>
    public static SealPurpose Blind(string scheme) => new("directory.identifier." + scheme);

    public static string BlindValue(string normalised, Guid? issuer) => issuer is { } owner ? $"{owner:N}:{normalised}" : normalised;
}
