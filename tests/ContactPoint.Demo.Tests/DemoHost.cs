using ContactPoint.Directory;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ContactPoint.Demo.Tests;

/// <summary>Kernel, Directory and Demo on real SQLite.</summary>
internal static class DemoHost
{
    public static Task<KernelHost> StartAsync(string environment = "Development", int children = 300) => KernelHost.StartAsync(services =>
    {
        services.AddSingleton<IHostEnvironment>(new Host(environment));
        services.AddDirectory().AddModuleFormats();
        services.AddDemo(options => options.Children = children);
    });

    private sealed class Host(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
