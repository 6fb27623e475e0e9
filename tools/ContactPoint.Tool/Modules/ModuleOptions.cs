using System.CommandLine;
using ContactPoint.Directory.Involvement;
using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Modules;

/// <summary>What the commands on modules share.</summary>
internal static class ModuleOptions
{
    public static Option<string[]> Publishers() => new("--publisher")
    {
        Description = "A publisher's public key, or a file that holds it; the host's setting ContactPoint:Modules:Publishers.",
        HelpName = "FILE|TEXT",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<DirectoryInfo> Folder(string description) => new("--modules") { Description = description, HelpName = "DIR" };

    /// <summary>The modules of a folder, loaded: their code runs. None where no folder is named.</summary>
    public static async Task<Result<ModuleCatalogue>> LoadAsync(DataPlace place, DirectoryInfo? folder, string[]? publishers)
    {
        if (folder is null) return ModuleCatalogue.Empty;
        if (!folder.Exists) return ToolErrors.NoFile(folder.FullName);
        var trust = TrustIn(publishers);
        if (!trust.Succeeded) return trust.Error;
        var provider = place.SqlServer is null ? DatabaseProvider.Sqlite : DatabaseProvider.SqlServer;
        return await new ModuleLoader(trust.Value, provider, ModuleLoader.DefaultLimit, TimeProvider.System, ServiceCatalogue.Core.Select(service => service.Code)).LoadAsync(folder.FullName);
    }

    /// <summary>Those that did not come in, with the reason.</summary>
    public static List<ModuleStatus> Faulty(ModuleCatalogue modules) => [.. modules.Statuses.Where(module => module.State != ModuleState.Ready)];

    public static Argument<string> Module() => new("PATH") { Description = "A module's folder, or a package that 'module pack' made." };

    public static Result<ModuleTrust> TrustIn(string[]? texts)
    {
        var keys = new List<NoteVerifierKey>();
        foreach (var text in texts ?? [])
        {
            if (!NoteVerifierKey.TryParse((File.Exists(text) ? File.ReadAllText(text) : text).Trim(), out var key)) return NotAKey;
            keys.Add(key);
        }

        return keys.Count == 0 ? KeyNeeded : new ModuleTrust(keys);
    }

    public static Result<ModuleFiles> Read(string path)
    {
        if (System.IO.Directory.Exists(path)) return ModuleFiles.OfFolder(new DirectoryInfo(path));
        if (!File.Exists(path)) return ToolErrors.NoFile(path);
        using var package = File.OpenRead(path);
        return ModuleFiles.OfPackage(package);
    }

    private static readonly Error NotAKey = new("key.invalid", "This is not a publisher's public key (name+id+base64), nor a file that holds one.");

    private static readonly Error KeyNeeded = new("key.missing", "Say with --publisher whose modules to trust.");
}
