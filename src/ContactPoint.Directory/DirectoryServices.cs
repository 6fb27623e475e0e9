using ContactPoint.Directory.Children;
using ContactPoint.Directory.Children.OpenChild;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Directory.Keys;
using ContactPoint.Directory.Load;
using ContactPoint.Directory.Organisations;
using ContactPoint.Directory.Search;
using ContactPoint.Directory.Search.FindChild;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory;

/// <summary>Registers the core directory. The Kernel's services must be registered too.</summary>
public static class DirectoryServices
{
    /// <summary>Adds the directory: tables, ports of the gate, use cases, jobs.</summary>
    /// <param name="services">The container.</param>
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddOwnedContext<DirectoryContext, SqliteDirectoryContext, SqlServerDirectoryContext>(DirectoryContext.OwnerName);
        services.AddSingleton<SealedDocuments>();
        services.AddSingleton<ChangeSignal>();
        services.AddSearch();
        services.AddRecords();
        services.AddFeeds();
        services.AddCorrections();
        return services;
    }

    /// <summary>Adds the follower that keeps the search index in step and the queue that applies files: for the host. A command does both when it needs them.</summary>
    /// <param name="services">The container.</param>
    /// <param name="searchFolder">Where sealed snapshots of the search index are kept, so that a start need not build it; null for none.</param>
    public static IServiceCollection AddDirectoryHost(this IServiceCollection services, string? searchFolder = null) =>
        services.AddSearchSnapshots(searchFolder).AddHostedService<IndexFollower>().AddFeedQueue();

    /// <summary>Keeps sealed snapshots of the search index in a folder.</summary>
    /// <param name="services">The container.</param>
    /// <param name="folder">The folder; null for none.</param>
    public static IServiceCollection AddSearchSnapshots(this IServiceCollection services, string? folder) => services.Configure<SearchOptions>(options => options.SnapshotFolder = folder);

    private static void AddSearch(this IServiceCollection services)
    {
        services.AddSingleton<Decoy>();
        services.AddSingleton<IndexSource>();
        services.AddSingleton<ApartSource>();
        services.AddSingleton<ApartIndex>();
        services.AddSingleton<SearchSnapshots>();
        services.AddSingleton<IChildIndex>(provider => new ResidentChildIndex(
            provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<IndexSource>(), provider.GetRequiredService<ApartIndex>(),
            provider.GetRequiredService<SearchSnapshots>(), provider.GetRequiredService<IRecordGate>, provider.GetRequiredService<ISystemCaller>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICandidateSource, CandidateSource>();
        services.AddSingleton<IChildFacts, ChildFactsSource>();
        services.AddSingleton<ISummarySource, SummarySource>();
        services.AddScoped<FindChildHandler>();
    }

    private static void AddRecords(this IServiceCollection services)
    {
        services.AddSingleton<ServiceCatalogue>();
        services.AddSingleton<ContactCards>();
        services.AddSingleton<ServiceParts>();
        services.AddSingleton<IPartSource, PartSource>();
        services.AddSingleton<IPlacements, Placements>();
        services.AddSingleton<IRosterSource, OwnInvolvementsRoster>();
        services.AddSingleton<IRosterSource, OwnSettingRoster>();
        services.AddSingleton<IRosterSource, SettingJoinersRoster>();
        services.AddSingleton<IRosterSource, SettingLeaversRoster>();
        services.AddSingleton<IRosterSource, MissingEducationRoster>();
        services.AddSingleton<IRosterSource, HomeEducatedRoster>();
        services.AddSingleton<IChildWriter, ChildWriter>();
        services.AddSingleton<IChildReader, ChildReader>();
        services.AddSingleton<ChildSealer>();
        services.AddSingleton<IBulkLoad, BulkLoad>();
        services.AddSingleton<IOrganisationDirectory, OrganisationDirectory>();
        services.AddScoped<OpenChildHandler>();
        services.AddScoped<MyChildrenHandler>();
        services.AddScoped(provider => new DeclareInvolvementHandler(
            provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<ISessionCheck>(), provider.GetRequiredService<IAuditTrail>(), provider.GetRequiredService<IIdSource>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ChangeSignal>(), provider.GetRequiredService<ServiceCatalogue>()));
        foreach (var table in SealedTable.Core) services.AddSingleton(table);
        services.AddSingleton(provider => new KeyRotationJob(
            provider.GetServices<SealedTable>(), provider.GetRequiredService<IUnitOfWorkFactory>(), provider.GetRequiredService<ISealer>(),
            provider.GetRequiredService<IRecordGate>(), provider.GetRequiredService<IAuditTrail>(), provider.GetRequiredService<TimeProvider>()));
    }
}
