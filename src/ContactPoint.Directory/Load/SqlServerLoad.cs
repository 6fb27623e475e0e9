using System.Data;
using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Data;
using Microsoft.Data.SqlClient;

namespace ContactPoint.Directory.Load;

/// <summary>SQL Server: bulk copy on the unit's own transaction. Indexes stay: the server sorts each batch for them.</summary>
internal sealed class SqlServerLoad : ILoadTarget
{
    public static readonly SqlServerLoad Instance = new();

    private const string Nothing = "SELECT 1";

    public ValueTask BeginAsync(IUnitOfWork unit) => ValueTask.CompletedTask;

    public ValueTask FinishAsync(IUnitOfWork unit) => ValueTask.CompletedTask;

    public async ValueTask WriteAsync(LoadTable table, PackedRows rows, IUnitOfWork unit)
    {
        // A command of the unit knows its connection and transaction.
        var command = (SqlCommand)unit.Prepare(Nothing);
        using var copy = new SqlBulkCopy(command.Connection, SqlBulkCopyOptions.CheckConstraints, command.Transaction) { DestinationTableName = $"{DirectoryContext.OwnerName}.{table.Name}" };
        using var data = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column, typeof(object));
            copy.ColumnMappings.Add(column, column);
        }

        foreach (var row in rows.Rows(table.Columns.Length)) data.Rows.Add([.. row.Select(value => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value ?? DBNull.Value)]);
        await copy.WriteToServerAsync(data);
    }
}
