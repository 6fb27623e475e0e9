using System.Data.Common;
using ContactPoint.Kernel.Data.Units;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Data;

/// <summary>Migrates every owner's tables, or says what is pending. The host migrates in Development only; elsewhere the command does.</summary>
public sealed class Migrator
{
    private readonly ContextLeases leases;
    private readonly DatabaseOptions database;

    internal Migrator(ContextLeases leases, IOptions<DatabaseOptions> options)
    {
        this.leases = leases;
        database = options.Value;
    }

    /// <summary>Names of the pending migrations of Kernel and Directory, owner first.</summary>
    public Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default) => PendingAsync(leases.Owners, cancellation);

    /// <summary>Names of a module's pending migrations.</summary>
    internal Task<IReadOnlyList<string>> PendingAsync(LoadedModule module, CancellationToken cancellation) => PendingAsync(module.Contexts, cancellation);

    /// <summary>Applies a module's pending migrations.</summary>
    internal Task MigrateAsync(LoadedModule module, CancellationToken cancellation) =>
        ForEachAsync(module.Contexts, (_, context) => context.Database.MigrateAsync(cancellation));

    private async Task<IReadOnlyList<string>> PendingAsync(IEnumerable<OwnedContextDescriptor> owners, CancellationToken cancellation)
    {
        var pending = new List<string>();
        await ForEachAsync(owners, async (owner, context) =>
            pending.AddRange((await context.Database.GetPendingMigrationsAsync(cancellation)).Select(name => $"{owner}: {name}")));
        return pending;
    }

    /// <summary>Applies every pending migration of Kernel and Directory.</summary>
    public Task MigrateAsync(CancellationToken cancellation = default) =>
        ForEachAsync(leases.Owners, async (_, context) =>
        {
            await context.Database.MigrateAsync(cancellation);
            if (database.Provider == DatabaseProvider.SqlServer)
                await context.Database.ExecuteSqlAsync($"ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON", cancellation);
        });

    private async Task ForEachAsync(IEnumerable<OwnedContextDescriptor> owners, Func<string, DbContext, Task> act)
    {
        if (database.Provider == DatabaseProvider.Sqlite) System.IO.Directory.CreateDirectory(database.DataDirectory);
        foreach (var owner in owners)
        {
            await using DbConnection connection = database.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection($"Data Source={database.DatabaseFile};Pooling=False")
                : new SqlConnection(database.ConnectionString);
            await using var context = leases.Create(owner.Context, connection, DisclosureScope.None);
            await act(owner.Owner, context);
        }
    }
}
