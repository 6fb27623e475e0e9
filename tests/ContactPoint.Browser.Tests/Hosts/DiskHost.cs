using ContactPoint.Directory;
using ContactPoint.Kernel;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>Kernel and Directory on a data directory, in this process: a second node beside the host, or the only one.</summary>
internal sealed class DiskHost : IAsyncDisposable
{
    private readonly IHost host;
    private bool isRunning;

    private DiskHost(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    /// <summary>Puts it together. Background services run only after <see cref="StartAsync"/>.</summary>
    /// <param name="dataDirectory">The data directory.</param>
    /// <param name="configure">More services.</param>
    /// <param name="options">Other settings of the Kernel.</param>
    public static DiskHost Open(string dataDirectory, Action<IServiceCollection>? configure = null, Action<KernelOptions>? options = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddKernel(kernel =>
        {
            kernel.Database.DataDirectory = dataDirectory;
            kernel.MayCreateKeys = true;
            options?.Invoke(kernel);
        });

        // The strength of password hashes is proven elsewhere.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        builder.Services.AddDirectory().AddModuleFormats();
        configure?.Invoke(builder.Services);
        return new DiskHost(builder.Build());
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<CallerContext> SystemAsync() => Get<ISystemCallers>().OpenAsync("browser-tests", "tester");

    public async Task StartAsync()
    {
        await host.StartAsync();
        isRunning = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (isRunning) await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();

        // The last connection to close folds the write-ahead log into the file, so that the folder can be copied.
        SqliteConnection.ClearAllPools();
    }
}
