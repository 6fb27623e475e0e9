using ContactPoint.Kernel;
using ContactPoint.Sdk.Data;
using Microsoft.Data.SqlClient;

namespace ContactPoint.Testing;

/// <summary>With <see cref="Variable"/> set, the same integration tests run against that server, each host in a database of its own.</summary>
internal static class SqlServerDatabase
{
    // Not the setting that host and command line work on: whoever looks after a server must not run tests on it by having that set.
    public const string Variable = "CONTACTPOINT_SQLSERVER";

    public static void Use(KernelOptions options, string server, string folder)
    {
        var name = "contactpoint_" + Path.GetFileName(folder).Replace("-", "_", StringComparison.Ordinal);
        using (var connection = new SqlConnection(server))
        {
            connection.Open();
            using var create = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
            create.CommandText = $"IF DB_ID('{name}') IS NULL CREATE DATABASE [{name}]";
#pragma warning restore CA2100
            create.ExecuteNonQuery();
        }

        options.Database.Provider = DatabaseProvider.SqlServer;
        options.Database.ConnectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
    }
}
