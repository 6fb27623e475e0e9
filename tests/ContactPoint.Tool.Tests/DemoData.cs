using ContactPoint.Demo;
using ContactPoint.Demo.Seeding;
using ContactPoint.Directory;
using ContactPoint.Kernel;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Tool.Tests;

/// <summary>Fills a migrated data directory with the demo's country.</summary>
internal static class DemoData
{
    public static async Task SeedAsync(string folder, int children)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<IHostEnvironment>(new Development());
        services.AddKernel(options => options.Database.DataDirectory = folder);
        services.AddDirectory().AddModuleFormats();
        services.AddDemo(options => options.Children = children);
        await using var provider = services.BuildServiceProvider();
        (await provider.GetRequiredService<IDemoSeeder>().SeedAsync()).Value.Children.ShouldBe(children);
    }

    private sealed class Development : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
