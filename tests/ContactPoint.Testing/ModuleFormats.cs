using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Testing;

/// <summary>The formats of the modules that the build staged, and a switch that is on, for hosts that load no module.</summary>
public static class ModuleFormats
{
    // Once a process: containers are built without awaiting. Off the runner's own threads, which are few and all wait here.
#pragma warning disable RS0030
    private static readonly Lazy<IReadOnlyList<FeedFormat>> Staged = new(() =>
        [.. Task.Run(() => new ModuleLoader(ModuleTrust.In([], unsignedLists: true), DatabaseProvider.Sqlite, ModuleLoader.DefaultLimit, TimeProvider.System)
            .LoadAsync(Path.GetDirectoryName(SignedModules.Staged("Education"))!)).GetAwaiter().GetResult().Ready.SelectMany(module => module.Feeds)]);
#pragma warning restore RS0030

    public static FeedFormat SchoolRoll => Staged.Value.Single(format => format.Key == "education.roll");

    public static FeedFormat Establishments => Staged.Value.Single(format => format.Key == "education.establishments");

    public static IServiceCollection AddModuleFormats(this IServiceCollection services) => services.AddModuleFormats(new Switch(ModuleSwitchState.On));

    public static IServiceCollection AddModuleFormats(this IServiceCollection services, IModuleSwitch modules) =>
        services.AddSingleton<IFeedFormatSource>(new Source(Staged.Value)).AddSingleton(modules);

    private sealed record Source(IReadOnlyList<FeedFormat> Formats) : IFeedFormatSource;

    /// <summary>One state for everybody.</summary>
    public sealed class Switch(ModuleSwitchState state) : IModuleSwitch
    {
        public ModuleSwitchState State { get; set; } = state;

        public ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, CancellationToken cancellation = default) => ValueTask.FromResult(State);

        public ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, IUnitOfWork unit) => ValueTask.FromResult(State);
    }
}
