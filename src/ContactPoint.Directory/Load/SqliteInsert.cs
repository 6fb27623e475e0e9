using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Directory.Load;

/// <summary>A prepared insert, bound by place. The provider's command looks up each parameter by name for each row, which costs more than the row.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int values;

    // Numbers and nothings that a place holds since the run before: many are that again, and binding takes a lock.
    private readonly (PackedKind Kind, long Number)[] bound;

    // Days repeat within a batch: services begin and end with the school year.
    private readonly Dictionary<long, byte[]> days = [];

    public SqliteInsert(sqlite3 database, string text)
    {
        this.database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out statement), database);
        values = raw.sqlite3_bind_parameter_count(statement);
        bound = new (PackedKind, long)[values];
    }

    /// <summary>Inserts the next values.</summary>
    public void Run(ref PackedRows.Cursor rows)
    {
        for (var place = 0; place < values; place++)
        {
            rows.Next();
            var now = (rows.Kind, rows.Kind == PackedKind.Nothing ? 0 : rows.Number);
            if (rows.Kind is not (PackedKind.Bytes or PackedKind.Text) && bound[place] == now) continue;
            Bind(place + 1, rows);
            bound[place] = now;
        }

        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
    }

    public void Dispose() => statement.Dispose();

    // The stored forms of CommandBinding, which a test compares. A place is unbound at first, which is nothing.
    private void Bind(int place, PackedRows.Cursor value)
    {
        var code = value.Kind switch
        {
            PackedKind.Nothing => raw.sqlite3_bind_null(statement, place),
            PackedKind.Bytes when value.Bytes.IsEmpty => raw.sqlite3_bind_zeroblob(statement, place, 0),
            PackedKind.Text when value.Bytes.IsEmpty => raw.sqlite3_bind_text(statement, place, string.Empty),
            PackedKind.Bytes => raw.sqlite3_bind_blob(statement, place, value.Bytes),
            PackedKind.Text => raw.sqlite3_bind_text(statement, place, value.Bytes),
            PackedKind.Day => raw.sqlite3_bind_text(statement, place, Text(value.Number)),
            _ => raw.sqlite3_bind_int64(statement, place, value.Number),
        };
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }

    private ReadOnlySpan<byte> Text(long day)
    {
        if (!days.TryGetValue(day, out var text)) days[day] = text = Encoding.ASCII.GetBytes(DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return text;
    }
}
