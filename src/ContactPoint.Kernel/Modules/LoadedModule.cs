using System.Reflection;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module whose code is loaded and whose parts were checked.</summary>
public sealed record LoadedModule
{
    /// <summary>What its manifest says.</summary>
    public required ModuleManifest Manifest { get; init; }

    /// <summary>The assembly of its pages.</summary>
    public required Assembly Assembly { get; init; }

    /// <summary>Its links in the rail.</summary>
    public required IReadOnlyList<NavEntry> Nav { get; init; }

    /// <summary>The files its pages use, by their path below <c>/_content/{key}/</c>.</summary>
    public required IReadOnlyDictionary<string, ModuleAsset> Assets { get; init; }

    /// <summary>The path of its style sheet among the assets; null where it has none.</summary>
    public string? StyleSheet { get; init; }

    /// <summary>Its parts of the record.</summary>
    public IReadOnlyList<LoadedPart> Parts { get; init; } = [];

    /// <summary>Its settings.</summary>
    public IReadOnlyList<ModuleSetting> Settings { get; init; } = [];

    internal IReadOnlyList<ModulePermission> Permissions { get; init; } = [];

    internal IReadOnlyList<JobRegistration> Jobs { get; init; } = [];

    internal IReadOnlyList<ModuleService> Services { get; init; } = [];

    internal IReadOnlyList<OwnedContextDescriptor> Contexts { get; init; } = [];

    internal IReadOnlyList<Type> Handlers { get; init; } = [];

    internal IReadOnlyList<FeedFormat> Feeds { get; init; } = [];
}

/// <summary>A file that a module's pages use.</summary>
/// <param name="Content">Its verified bytes.</param>
/// <param name="ContentType">The type it is served as.</param>
/// <param name="Version">Changes with the content; part of its address.</param>
public sealed record ModuleAsset(ReadOnlyMemory<byte> Content, string ContentType, string Version);
