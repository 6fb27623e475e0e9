using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Directory.Load;

/// <summary>Prepared inserts of one table, many rows in each: a statement's beginning and end cost as much as a row. Not thread-safe.</summary>
internal sealed class SqliteRows : IDisposable
{
    // Beyond this a statement gains little.
    private const int MostValues = 240;

    private readonly sqlite3 database;
    private readonly SqliteInsert many;
    private readonly SqliteInsert one;
    private readonly int atOnce;

    public SqliteRows(SqliteConnection connection, LoadTable table)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        atOnce = MostValues / table.Columns.Length;
        many = new SqliteInsert(database, table.SqliteInsert(atOnce));
        one = new SqliteInsert(database, table.SqliteInsert(1));
    }

    public void Write(PackedRows rows)
    {
        var cursor = rows.Read();
        var left = rows.Count;
        for (; left >= atOnce; left -= atOnce) many.Run(ref cursor);
        for (; left > 0; left--) one.Run(ref cursor);
    }

    public void Dispose()
    {
        many.Dispose();
        one.Dispose();
    }
}
