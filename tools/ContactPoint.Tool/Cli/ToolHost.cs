using ContactPoint.Directory;
using ContactPoint.Directory.Feeds.Profiles;
using ContactPoint.Kernel;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Tool.Cli;

/// <summary>Kernel and Directory for one command. No background service runs: a command does its own work and ends.</summary>
internal sealed class ToolHost : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private ToolHost(ServiceProvider provider) => this.provider = provider;

    /// <param name="place">Where.</param>
    /// <param name="mayCreateKeys">Whether a key ring is made where there is none.</param>
    /// <param name="origin">The name of a new audit log.</param>
    /// <param name="keepsIndex">Whether snapshots of the search index are read and written: a command that does must be alone.</param>
    /// <param name="also">Further settings of the Kernel, for benches.</param>
    /// <param name="modules">Modules whose tables the command brings up to date.</param>
    /// <param name="profile">A profile that the operator wrote for this run.</param>
    public static ToolHost Open(DataPlace place, bool mayCreateKeys = false, string? origin = null, bool keepsIndex = false, Action<KernelOptions>? also = null, ModuleCatalogue? modules = null,
        OwnProfile? profile = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddModules(modules ?? ModuleCatalogue.Empty);
        services.AddKernel(options =>
        {
            place.Apply(options);
            options.MayCreateKeys = mayCreateKeys;

            // Where an authority has said nothing, whoever names the modules of a command wants them on.
            options.ModulesStartOn = true;
            if (origin is not null) options.NewLogOrigin = origin;
            also?.Invoke(options);
        });
        services.AddDirectory();
        if (profile is not null) services.AddSingleton(profile);
        if (keepsIndex) services.AddSearchSnapshots(place.Search);
        return new ToolHost(services.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>A scope, for what belongs to one session.</summary>
    public AsyncServiceScope CreateScope() => provider.CreateAsyncScope();

    /// <summary>Acts as the audited account of the command line, in a session that ends with the act.</summary>
    public async Task<T> ActAsync<T>(Func<CallerContext, Task<T>> act, CancellationToken cancellation)
    {
        var callers = Get<ISystemCallers>();
        var caller = await callers.OpenAsync("command-line", Environment.UserName, cancellation);
        try
        {
            return await act(caller);
        }
        finally
        {
            await callers.CloseAsync(caller, CancellationToken.None);
        }
    }

    /// <summary>Why a command cannot work on this place; null when it can.</summary>
    public static async Task<Error?> CheckAsync(DataPlace place, CancellationToken cancellation)
    {
        if (!place.HasDatabase) return ToolErrors.NoDatabase(place.Directory);
        if (!place.HasKeys) return ToolErrors.NoKeys(place.Keys);
        await using var host = Open(place);
        return (await host.Get<Migrator>().PendingAsync(cancellation)).Count > 0 ? ToolErrors.Pending : null;
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
