using ContactPoint.Demo;
using ContactPoint.Demo.Seeding;
using ContactPoint.Directory;
using ContactPoint.Kernel.Data;

namespace ContactPoint.Browser.Tests.Hosts;

/// <summary>The demo's data directory, made once for all tests that want it. Tests work on copies.</summary>
public sealed class SeededData : IDisposable
{
    private readonly Lazy<Task<DataFolder>> folder = new(SeedAsync);

    /// <summary>A copy of its own for a test.</summary>
    internal async Task<DataFolder> CopyAsync() => DataFolder.CopyOf((await folder.Value).Path);

    public void Dispose()
    {
        if (folder.IsValueCreated && folder.Value.IsCompletedSuccessfully) folder.Value.Result.Dispose();
    }

    private static async Task<DataFolder> SeedAsync()
    {
        var made = new DataFolder();
        await using var host = DiskHost.Open(made.Path, services => services.AddDemo());
        await host.Get<Migrator>().MigrateAsync();
        (await host.Get<IDemoSeeder>().SeedAsync()).Succeeded.ShouldBeTrue();
        return made;
    }
}
