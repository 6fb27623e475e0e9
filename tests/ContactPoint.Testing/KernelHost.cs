using ContactPoint.Kernel;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ContactPoint.Testing;

/// <summary>A Kernel on real SQLite in a folder of its own, with a clock that the test moves. No background service runs unless a test starts it.</summary>
public sealed class KernelHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider provider;
    private readonly bool ownsFolder;

    private KernelHost(ServiceProvider provider, FakeTimeProvider clock, string dataDirectory, bool ownsFolder)
    {
        this.provider = provider;
        this.ownsFolder = ownsFolder;
        Clock = clock;
        DataDirectory = dataDirectory;
        Users = new TestUsers(provider);
    }

    public FakeTimeProvider Clock { get; }

    public string DataDirectory { get; }

    public string DatabaseFile => Path.Combine(DataDirectory, "contactpoint.db");

    public IServiceProvider Services => provider;

    public TestUsers Users { get; }

    /// <summary>Starts a Kernel.</summary>
    /// <param name="configure">Adds or replaces services; the owners of further contexts too.</param>
    /// <param name="shareWith">A host whose folder and clock are shared: a second process on the same database.</param>
    /// <param name="passwordIterations">Few by default, so that tests sign in quickly.</param>
    /// <param name="last">Has the last word on the services: puts something round one of the Kernel's own.</param>
    public static async Task<KernelHost> StartAsync(
        Action<IServiceCollection>? configure = null, KernelHost? shareWith = null, int passwordIterations = 1_000, Action<IServiceCollection>? last = null)
    {
        var folder = shareWith?.DataDirectory ?? Directory.CreateTempSubdirectory("contactpoint-test-").FullName;
        var clock = shareWith?.Clock ?? new FakeTimeProvider(Start);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(clock);
        configure?.Invoke(services);
        services.AddKernel(options =>
        {
            options.Database.DataDirectory = folder;
            options.MayCreateKeys = true;
            if (Environment.GetEnvironmentVariable(SqlServerDatabase.Variable) is { Length: > 0 } server) SqlServerDatabase.Use(options, server, folder);
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = passwordIterations);
        last?.Invoke(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = false, ValidateScopes = true });
        if (shareWith is null) await provider.GetRequiredService<Migrator>().MigrateAsync();
        return new KernelHost(provider, clock, folder, shareWith is null);
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>The command line's account.</summary>
    public Task<CallerContext> SystemAsync(string function = "test") => Get<ISystemCallers>().OpenAsync(function, "tester");

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (!ownsFolder) return;
        try
        {
            Directory.Delete(DataDirectory, recursive: true);
        }
        catch (IOException)
        {
            // A file still open on this platform: the temp folder is swept by the system.
        }
    }
}
