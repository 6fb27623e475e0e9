using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Directory.Load;

/// <summary>One prepared insert, bound by place. The provider's command looks up each parameter by name for each row, which costs more than the row.</summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    // Days repeat: nearly all of a country's children were born on 6,575 of them.
    private readonly Dictionary<DateOnly, string> days = [];

    public SqliteRows(SqliteConnection connection, string insert)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, insert, out statement), database);
    }

    public void Write(object?[] row)
    {
        for (var i = 0; i < row.Length; i++) Bind(i + 1, row[i]);
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
    }

    public void Dispose() => statement.Dispose();

    // The stored forms of CommandBinding, which a test compares.
    private void Bind(int place, object? value)
    {
        var code = value switch
        {
            null => raw.sqlite3_bind_null(statement, place),
            byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
            string text => raw.sqlite3_bind_text(statement, place, text),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            int number => raw.sqlite3_bind_int(statement, place, number),
            DateOnly day => raw.sqlite3_bind_text(statement, place, Text(day)),
            _ => throw new ArgumentException($"No stored form for {value.GetType().Name}.", nameof(value)),
        };
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }

    private string Text(DateOnly day)
    {
        if (!days.TryGetValue(day, out var text)) days[day] = text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return text;
    }
}
