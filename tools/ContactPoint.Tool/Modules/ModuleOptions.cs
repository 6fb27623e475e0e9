using System.CommandLine;
using ContactPoint.Kernel.Modules;
using ContactPoint.Ledger.Notes;
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
