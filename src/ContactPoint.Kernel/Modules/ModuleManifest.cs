using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ContactPoint.Sdk.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>What a module says about itself in <c>module.json</c>. Read only after its hash was verified.</summary>
public sealed partial record ModuleManifest
{
    // Owners, schemas and prefixes that are somebody else's.
    private static readonly string[] Taken = ["kernel", "directory", "shell", "contactpoint", "sys", "dbo", "guest", "main", "temp", "sqlite", "information", "framework", "content"];

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Owner of its tables, beginning of its routes: lower-case letters, 2 to 20.</summary>
    public required string Key { get; init; }

    /// <summary>Its name in words.</summary>
    public required string Name { get; init; }

    /// <summary>Its own version.</summary>
    public required string Version { get; init; }

    /// <summary>The first version of the contract that it runs with.</summary>
    public required string SdkFrom { get; init; }

    /// <summary>The version of the contract from which on it no longer runs.</summary>
    public required string SdkBelow { get; init; }

    /// <summary>File name of the assembly that holds its <see cref="IAgencyModule"/> and its pages.</summary>
    public required string EntryAssembly { get; init; }

    /// <summary>All that it may bring.</summary>
    public required IReadOnlyList<ModuleCapability> Capabilities { get; init; }

    internal static Result<ModuleManifest> Read(ModuleFiles files)
    {
        if (!files.All.TryGetValue(ModuleFiles.ManifestName, out var bytes)) return ModuleErrors.Refused("It has no module.json.");
        try
        {
            return JsonSerializer.Deserialize<ModuleManifest>(bytes, Strict) is { } manifest ? manifest.Checked(files) : Malformed;
        }
        catch (JsonException)
        {
            return Malformed;
        }
    }

    private Result<ModuleManifest> Checked(ModuleFiles files)
    {
        if (!KeyForm().IsMatch(Key) || Taken.Contains(Key)) return ModuleErrors.Refused("Its key is taken, or is not 2 to 20 lower-case letters.");
        if (Name.Length is 0 or > 40 || Name.Any(char.IsControl)) return ModuleErrors.Refused("Its name is not 1 to 40 characters.");
        if (!System.Version.TryParse(Version, out _) || !System.Version.TryParse(SdkFrom, out var from) || !System.Version.TryParse(SdkBelow, out var below))
            return ModuleErrors.Refused("A version in module.json is not written as numbers with dots.");
        if (!ModulePaths.IsSafe(EntryAssembly) || EntryAssembly.Contains('/', StringComparison.Ordinal) || !EntryAssembly.EndsWith(".dll", StringComparison.Ordinal))
            return ModuleErrors.Refused("The entry assembly is not the name of a .dll in the module's folder.");
        if (!files.All.ContainsKey(EntryAssembly)) return ModuleErrors.Refused("The entry assembly is not there.");
        if (ModuleContract.Version < from || ModuleContract.Version >= below)
            return ModuleErrors.Incompatible($"It is made for versions {from} to below {below} of the contract; this host has {ModuleContract.Version}.");
        return this;
    }

    private static readonly Error Malformed = ModuleErrors.Refused("module.json is malformed, or says more or less than it may.");

    [GeneratedRegex("^[a-z]{2,20}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyForm();
}

/// <summary>What a module may bring, each declared in its signed manifest.</summary>
public enum ModuleCapability
{
    /// <summary>Pages, links to them and the files they use.</summary>
    Pages = 1,

    /// <summary>Tables of its own.</summary>
    Tables = 2,

    /// <summary>Kinds of file that bodies supply.</summary>
    Feeds = 3,

    /// <summary>Parts of the record.</summary>
    Parts = 4,

    /// <summary>Services for the catalogue.</summary>
    Services = 5,

    /// <summary>Rights of its own.</summary>
    Permissions = 6,

    /// <summary>Settings of a local authority.</summary>
    Settings = 7,

    /// <summary>Jobs that run by the clock.</summary>
    Jobs = 8,
}
