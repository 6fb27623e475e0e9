using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Sdk.Data;

/// <summary>An owner's context with its two providers, as the Kernel needs it to lease and migrate.</summary>
/// <param name="Owner">Schema (SQL Server) or table prefix (SQLite).</param>
/// <param name="Context">The provider-neutral type that is leased.</param>
/// <param name="Sqlite">The type for SQLite.</param>
/// <param name="SqlServer">The type for SQL Server.</param>
public sealed record OwnedContextDescriptor(string Owner, Type Context, Type Sqlite, Type SqlServer)
{
    /// <summary>The type for a provider.</summary>
    /// <param name="provider">The provider.</param>
    public Type For(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? Sqlite : SqlServer;
}

/// <summary>Registration of owners' contexts.</summary>
public static class OwnedContextRegistration
{
    /// <summary>Makes a context leasable and its migrations known. Contexts are never resolved from the container.</summary>
    /// <typeparam name="TContext">The provider-neutral type.</typeparam>
    /// <typeparam name="TSqlite">The type for SQLite: a public constructor with <c>DbContextOptions</c> and <c>DisclosureScope</c>.</typeparam>
    /// <typeparam name="TSqlServer">The type for SQL Server: the same constructor.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="owner">Schema or table prefix; lower case.</param>
    public static IServiceCollection AddOwnedContext<TContext, TSqlite, TSqlServer>(this IServiceCollection services, string owner)
        where TContext : OwnedContext
        where TSqlite : TContext
        where TSqlServer : TContext =>
        services.AddSingleton(new OwnedContextDescriptor(owner, typeof(TContext), typeof(TSqlite), typeof(TSqlServer)));
}
