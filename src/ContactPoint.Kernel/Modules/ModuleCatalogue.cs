using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Modules;

/// <summary>The modules of this host as they came out of the start. Fixed until the next start.</summary>
public sealed partial class ModuleCatalogue
{
    internal ModuleCatalogue(IReadOnlyList<ModuleEntry> entries) => Entries = entries;

    /// <summary>A host without modules.</summary>
    public static ModuleCatalogue Empty { get; } = new([]);

    /// <summary>Every module's state, ready or not.</summary>
    public IReadOnlyList<ModuleStatus> Statuses => [.. Entries.Select(entry => entry.Status)];

    /// <summary>The modules whose pages are open.</summary>
    public IReadOnlyList<LoadedModule> Ready => [.. Entries.Where(entry => entry.GoesOn).Select(entry => entry.Module).OfType<LoadedModule>()];

    internal IReadOnlyList<ModuleEntry> Entries { get; }

    /// <summary>Says in the log how each module stands.</summary>
    /// <param name="logger">The host's log.</param>
    public void Report(ILogger logger)
    {
        foreach (var entry in Entries)
        {
            var status = entry.Status;
            if (status.State == ModuleState.Ready) LogReady(logger, status.Key, status.Version, status.Publisher ?? "nobody");
            else LogFault(logger, status.Folder, status.State, status.Reason, entry.Cause);
        }
    }

    [LoggerMessage(4020, LogLevel.Information, "Module {Key} {Version}, signed by {Publisher}, is ready.")]
    private static partial void LogReady(ILogger logger, string? key, string? version, string publisher);

    [LoggerMessage(4021, LogLevel.Error, "The module in {Folder} does not run: {State}. {Reason}")]
    private static partial void LogFault(ILogger logger, string folder, ModuleState state, string reason, Exception? cause);
}
