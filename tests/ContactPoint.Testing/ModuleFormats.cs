using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Testing;

/// <summary>The formats of the modules that the build staged, for hosts that load none.</summary>
public static class ModuleFormats
{
    // Once a process: containers are built without awaiting. Off the runner's own threads, which are few and all wait here.
#pragma warning disable RS0030
    private static readonly Lazy<IReadOnlyList<FeedFormat>> Staged = new(() =>
        [.. Task.Run(() => new ModuleLoader(ModuleTrust.In([], unsignedLists: true), DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System)
            .LoadAsync(Path.GetDirectoryName(SignedModules.Staged("Education"))!)).GetAwaiter().GetResult().Ready.SelectMany(module => module.Feeds)]);
#pragma warning restore RS0030

    public static FeedFormat SchoolRoll => Staged.Value.Single(format => format.Key == "education.roll");

    public static IServiceCollection AddModuleFormats(this IServiceCollection services)
    {
        foreach (var format in Staged.Value) services.AddSingleton(format);
        return services;
    }
}
