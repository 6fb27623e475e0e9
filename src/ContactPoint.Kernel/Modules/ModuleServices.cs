using ContactPoint.Kernel.Modules.Authorities;
using ContactPoint.Kernel.Modules.Jobs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactPoint.Kernel.Modules;

/// <summary>What loaded modules bring into the container.</summary>
public static class ModuleServices
{
    /// <summary>Adds the catalogue and the modules' handlers. Contexts are never in the container: they are leased.</summary>
    /// <param name="services">The container.</param>
    /// <param name="modules">The modules.</param>
    public static IServiceCollection AddModules(this IServiceCollection services, ModuleCatalogue modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        services.AddSingleton(modules);

        // By factory: the container's own check at the start would close the host over a module's handler that wants what is not there.
        foreach (var handler in modules.Ready.SelectMany(module => module.Handlers))
            services.AddScoped(handler, provider => ActivatorUtilities.CreateInstance(provider, handler));
        return services;
    }

    /// <summary>What the Kernel does for modules, whether there are any or not.</summary>
    internal static void AddModuleHosting(this IServiceCollection services)
    {
        services.TryAddSingleton(ModuleCatalogue.Empty);
        services.AddSingleton<IModuleOverview, ModuleOverview>();
        services.AddSingleton<IServiceSource, ModuleServiceSource>();
        services.AddSingleton<IFeedFormatSource, ModuleFormatSource>();
        services.AddSingleton<ModulePartReader>();
        services.AddSingleton<IModulePermissions, ModulePermissions>();
        services.AddSingleton(provider => new ModuleStarts(provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<IAuditTrail>()));
        services.AddSingleton<LocalSettings>();
        services.AddSingleton<ModuleValues>();
        services.AddSingleton<ModuleSwitches>();
        services.TryAddSingleton<IModuleSwitch>(provider => provider.GetRequiredService<ModuleSwitches>());
        services.AddSingleton<IModuleSettings>(provider => provider.GetRequiredService<ModuleSwitches>());
        services.AddSingleton<ModuleChanges>();
        services.AddSingleton<ITwoPersonAct, ModuleChangeAct>();
        services.AddSingleton<IModuleDesk, ModuleDesk>();
        services.AddSingleton<JobClaims>();
        services.AddSingleton<ModuleJobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ModuleJobRunner>());
    }
}
