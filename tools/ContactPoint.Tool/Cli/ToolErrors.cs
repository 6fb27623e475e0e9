using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Tool.Cli;

/// <summary>Why a command does not run.</summary>
internal static class ToolErrors
{
    public static readonly Error Pending = new("database.pending", "The database is not up to date. Run 'contactpoint migrate' first.");

    public static readonly Error Stopped = new("stopped", "Stopped. Whatever was committed before stays.");

    public static Error NoDatabase(string folder) =>
        new("database.missing", $"There is no database in {folder}. Check --data, or run 'contactpoint migrate --create-keys' for a new one.");

    public static Error NoKeys(string folder) =>
        new("keys.missing", $"The key ring is missing from {folder}. Restore it: without it nothing in the database can be read.");

    public static Error FaultyModule(ModuleStatus module) => new("module.faulty", $"The module in {module.Folder} does not run: {module.Reason}");

    public static Error NoFile(string file) => new("file.missing", $"There is no file {file}.");

    public static Error Broken(string what) => new("failed", what);
}
