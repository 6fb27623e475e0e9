using ContactPoint.Tool.Bench.Search;
using ContactPoint.Tool.Generate;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Tool.Bench.Feed;

/// <summary>
/// The baseline: the same rows, read from the same files, into a table of plain text by a prepared upsert, as many rows a commit as a feed has, each commit flushed. Nothing is
/// checked, matched, sealed or recorded: what the disk and SQLite alone take.
/// </summary>
internal static class PlainUpserts
{
    private const int RowsOfCommit = 100;

    private static readonly string[] Columns = RollFiles.Header.Split(',');

    public static async Task<RateFigure> RunAsync(string folder, IReadOnlyList<BenchRoll> rolls)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")};Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA journal_mode=WAL");
        await RunAsync(connection, "PRAGMA synchronous=FULL");
        await RunAsync(connection, $"CREATE TABLE IF NOT EXISTS roll (school TEXT, line INTEGER, {string.Join(", ", Columns)}, PRIMARY KEY (school, line)) WITHOUT ROWID");
        await using var upsert = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this tool.
        upsert.CommandText = $"INSERT INTO roll VALUES (@school, @line, {string.Join(", ", Columns.Select(name => "@" + name))}) ON CONFLICT DO UPDATE SET {string.Join(", ", Columns.Select(name => $"{name} = excluded.{name}"))}";
#pragma warning restore CA2100
        foreach (var name in Columns.Prepend("line").Prepend("school")) upsert.Parameters.Add(new SqliteParameter("@" + name, null));
        return (await RateFigure.MeasureAsync(rolls.Sum(roll => roll.Rows), () => Task.Run(() => rolls.Sum(roll => Write(connection, upsert, roll))))).Figure;
    }

    private static int Write(SqliteConnection connection, SqliteCommand upsert, BenchRoll roll)
    {
        using var rows = new CsvRows(roll.File);
        var (line, more) = (0, rows.Next());
        while (more)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            upsert.Transaction = transaction;
            for (var i = 0; more && i < RowsOfCommit; i++, more = rows.Next())
            {
                (upsert.Parameters[0].Value, upsert.Parameters[1].Value) = (roll.School.ToString(), ++line);
                for (var column = 0; column < Columns.Length; column++) upsert.Parameters[column + 2].Value = rows[Columns[column]];
                upsert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return line;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this tool.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
