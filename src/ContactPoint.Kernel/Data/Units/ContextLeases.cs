using System.Collections.Concurrent;
using System.Data.Common;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>Makes owners' contexts on a given connection. Not pooled: a context carries one scope for its life.</summary>
internal sealed class ContextLeases(IEnumerable<OwnedContextDescriptor> descriptors, ModuleCatalogue modules, IOptions<DatabaseOptions> options)
{
    private readonly OwnedContextDescriptor[] core = [.. descriptors];
    private readonly Dictionary<Type, OwnedContextDescriptor> owners =
        descriptors.Concat(modules.Ready.SelectMany(module => module.Contexts)).ToDictionary(descriptor => descriptor.Context);
    private readonly ConcurrentDictionary<Type, ObjectFactory> constructors = new();
    private readonly DatabaseProvider provider = options.Value.Provider;

    /// <summary>The owners that the host cannot run without; modules' are migrated one by one.</summary>
    public IReadOnlyList<OwnedContextDescriptor> Owners => core;

    public OwnedContext Create(Type contextType, DbConnection connection, DisclosureScope scope)
    {
        if (!owners.TryGetValue(contextType, out var owner)) throw new InvalidOperationException($"No owner registered {contextType.Name}.");
        var type = owner.For(provider);
        var construct = constructors.GetOrAdd(type, static made => ActivatorUtilities.CreateFactory(made, [typeof(DbContextOptions), typeof(DisclosureScope)]));
        return (OwnedContext)construct(EmptyServices.Instance, [OptionsFor(owner, type, connection), scope]);
    }

    /// <summary>Options that the design-time tools and the migrator share with the leases.</summary>
    public static DbContextOptions Configure(DbContextOptionsBuilder builder, DatabaseProvider provider, DbConnection connection, string owner)
    {
        // An own history table for each owner: owners migrate on their own.
        if (provider == DatabaseProvider.Sqlite)
            builder.UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable($"{owner}_migrations"));
        else
            builder.UseSqlServer(connection, server => server.MigrationsHistoryTable("migrations", owner).UseCompatibilityLevel(160));
        return builder.EnableSensitiveDataLogging(false).EnableDetailedErrors(false).Options;
    }

    private DbContextOptions OptionsFor(OwnedContextDescriptor owner, Type type, DbConnection connection)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        return Configure(builder, provider, connection, owner.Owner);
    }

    private sealed class EmptyServices : IServiceProvider
    {
        public static readonly EmptyServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
