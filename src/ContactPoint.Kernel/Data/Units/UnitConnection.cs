using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>A connection with its prepared commands, used by one unit at a time.</summary>
internal sealed partial class UnitConnection(DbConnection connection, bool prepares) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public DbCommand Command(string sql, ReadOnlySpan<string> parameters, DbTransaction? transaction)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text: the contract of IUnitOfWork.Prepare, held by review.
            command.CommandText = Text(sql);
#pragma warning restore CA2100
            foreach (var name in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@" + name;
                command.Parameters.Add(parameter);
            }

            command.Transaction = transaction;
            if (prepares) command.Prepare();
            commands.Add(sql, command);
        }

        command.Transaction = transaction;
        return command;
    }

    public IStatement Statement(string sql, ReadOnlySpan<string> parameters, DbTransaction? transaction)
    {
        if (connection is not SqliteConnection sqlite) return new CommandStatement(Command(sql, parameters, transaction));
        if (!statements.TryGetValue(sql, out var statement)) statements.Add(sql, statement = new SqliteStatement(sqlite, Text(sql)));
        return statement;
    }

    private string Text(string sql) => OwnedTable().Replace(sql, prepares ? "$1_" : "$1.");

    // $owner.table is owner_table on SQLite, which has no schemas and whose commands are prepared, and owner.table on SQL Server.
    [GeneratedRegex(@"\$([a-z]+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex OwnedTable();

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        foreach (var command in commands.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
