using ContactPoint.Kernel.Access;
using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Data.Installation;
using ContactPoint.Kernel.Data.Keys;
using ContactPoint.Kernel.Data.Units;
using ContactPoint.Kernel.Identity;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel;

/// <summary>Registers the security kernel.</summary>
public static class KernelServices
{
    /// <summary>Schema or table prefix of the Kernel.</summary>
    public const string Owner = "kernel";

    /// <summary>Adds the Kernel: data, keys, gate, audit, identity.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Database and folders.</param>
    public static IServiceCollection AddKernel(this IServiceCollection services, Action<KernelOptions> configure)
    {
        services.AddOptions<KernelOptions>().Configure(configure);
        services.AddSingleton<IOptions<DatabaseOptions>>(provider => Options.Create(provider.GetRequiredService<IOptions<KernelOptions>>().Value.Database));
        services.TryAddSingleton(TimeProvider.System);
        services.AddKernelData();
        services.AddAudit();
        services.AddAccess();
        services.AddKernelIdentity();
        return services;
    }

    private static void AddKernelData(this IServiceCollection services)
    {
        services.AddOwnedContext<KernelContext, SqliteKernelContext, SqlServerKernelContext>(Owner);
        services.TryAddSingleton<IIdSource, RandomIdSource>();
        services.AddModuleHosting();
        services.AddSingleton<ContextLeases>();
        services.AddSingleton(provider => new Migrator(provider.GetRequiredService<ContextLeases>(), provider.GetRequiredService<IOptions<DatabaseOptions>>()));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<KernelOptions>>().Value;
            return KeyRing.Open(options.Database.KeyDirectory, options.MayCreateKeys, provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<ISealingKeys, SealingKeys>();
        services.AddSingleton<IForgetful, SpentUnitKeys>();
        services.AddSingleton<ISyntheticMarker, SyntheticMarker>();
        services.AddSingleton<IUnfinishedLoad, UnfinishedLoad>();
        services.AddSingleton<ILoadMode, LoadMode>();
        services.AddSingleton<ISealer, AesSealer>();
        services.AddSingleton<IChildHandles, SealedChildHandles>();
        services.AddSingleton<IUnitOfWorkFactory>(provider =>
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == DatabaseProvider.Sqlite
                ? ActivatorUtilities.CreateInstance<SqliteUnits>(provider)
                : ActivatorUtilities.CreateInstance<SqlServerUnits>(provider));
    }
}
