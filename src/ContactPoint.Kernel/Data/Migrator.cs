using System.Data.Common;
using ContactPoint.Kernel.Data.Units;
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

    /// <summary>Names of the pending migrations, owner first.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default)
    {
        var pending = new List<string>();
        await ForEachOwnerAsync(async (owner, context) =>
            pending.AddRange((await context.Database.GetPendingMigrationsAsync(cancellation)).Select(name => $"{owner}: {name}")));
        return pending;
    }

    /// <summary>Applies every pending migration.</summary>
    public Task MigrateAsync(CancellationToken cancellation = default) =>
        ForEachOwnerAsync(async (_, context) =>
        {
            await context.Database.MigrateAsync(cancellation);
            if (database.Provider == DatabaseProvider.SqlServer)
                await context.Database.ExecuteSqlAsync($"ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON", cancellation);
        });

    private async Task ForEachOwnerAsync(Func<string, DbContext, Task> act)
    {
        if (database.Provider == DatabaseProvider.Sqlite) System.IO.Directory.CreateDirectory(database.DataDirectory);
        foreach (var owner in leases.Owners)
        {
            await using DbConnection connection = database.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection($"Data Source={database.DatabaseFile};Pooling=False")
                : new SqlConnection(database.ConnectionString);
            await using var context = leases.Create(owner.Context, connection, DisclosureScope.None);
            await act(owner.Owner, context);
        }
    }
}
