using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>A statement straight on SQLite's interface.</summary>
internal sealed class SqliteStatement : IStatement, IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(statement, parameter, value));

    public void Bind(int parameter, string? value) =>
        Check(value is null ? raw.sqlite3_bind_null(statement, parameter) : raw.sqlite3_bind_text(statement, parameter, value));

    public void Bind(int parameter, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, parameter, value));

    public void BindNoBytes(int parameter) => Check(raw.sqlite3_bind_null(statement, parameter));

    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public byte[]? Bytes()
    {
        try
        {
            return Step() ? raw.sqlite3_column_blob(statement, 0).ToArray() : null;
        }
        finally
        {
            Reset();
        }
    }

    public void Dispose() => statement.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) SqliteException.ThrowExceptionForRC(code, database);
        return code == raw.SQLITE_ROW;
    }

    // In any case: a statement left in the middle keeps its transaction open. The code repeats that of the step.
    private void Reset() => _ = raw.sqlite3_reset(statement);

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }
}
