using System.Collections.Frozen;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Modules;

/// <summary>Reads the granted parts that modules own, each on a connection of its own and under a limit: what throws, hangs or answers nonsense costs its part and nothing else.</summary>
internal sealed partial class ModulePartReader(ModuleCatalogue modules, IUnitOfWorkFactory units, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ModulePartReader> logger)
{
    /// <summary>How long an owner may take. Somebody waits in front of the record.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Lazy<FrozenDictionary<PartKey, LoadedPart>> owned = new(() => modules.Ready.SelectMany(module => module.Parts).ToFrozenDictionary(part => part.Descriptor.Part));

    /// <summary>What the granted parts of modules hold; a part that could not be read is marked so.</summary>
    public async Task<IReadOnlyList<ModulePartRead>> ReadAsync(RecordPass pass, CancellationToken cancellation)
    {
        var asked = pass.Granted.Where(owned.Value.ContainsKey).ToList();
        return asked.Count == 0 ? [] : await Task.WhenAll(asked.Select(part => ReadAsync(pass, owned.Value[part], cancellation)));
    }

    private async Task<ModulePartRead> ReadAsync(RecordPass pass, LoadedPart part, CancellationToken cancellation)
    {
        var key = part.Descriptor.Part;
        try
        {
            // Off this thread, for an owner may block it; and the limit runs before the owner does.
            var start = new TaskCompletionSource();
            var waiting = Task.Run(() => AskAsync(pass, part, start.Task, cancellation), cancellation).WaitAsync(Limit, clock, cancellation);
            start.SetResult();
            return new ModulePartRead(key, await waiting, false);
        }
#pragma warning disable CA1031 // Whatever a module throws, it costs its part alone: recorded and shown as missing.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(key.Value, fault.GetType().Name);
            return new ModulePartRead(key, null, true);
        }
    }

    private async Task<object?> AskAsync(RecordPass pass, LoadedPart part, Task start, CancellationToken cancellation)
    {
        await start;
        return await units.ReadAsync(unit => AskAsync(pass, part, unit), cancellation);
    }

    private async ValueTask<object?> AskAsync(RecordPass pass, LoadedPart part, IUnitOfWork unit)
    {
        await using var scope = scopes.CreateAsyncScope();
        var source = (IPartSource)ActivatorUtilities.CreateInstance(scope.ServiceProvider, part.Source);
        var value = (await source.ReadAsync(pass, part.Descriptor.Part, unit)).Value.Held;
        return value is null || part.Value.IsInstanceOfType(value) ? value : throw new InvalidOperationException($"The part is no {part.Value.Name}.");
    }

    [LoggerMessage(4022, LogLevel.Error, "Part {Part} of a module could not be read ({Kind}).")]
    private partial void LogFailed(string part, string kind);
}

/// <summary>What came of reading a module's part.</summary>
internal sealed record ModulePartRead(PartKey Part, object? Value, bool Failed);
