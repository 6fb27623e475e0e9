using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Tool.Bench;

/// <summary>The baseline: one writer, a row of 320 bytes and a small one beside it, a commit and a flush for each. Nothing sealed, no MAC.</summary>
internal static class PlainLoop
{
    private const int EntryBytes = 320;
    private const int ChangeBytes = 32;

    public static AppendFigure Run(string folder, TimeSpan length)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL");
        Run(connection, "PRAGMA synchronous=FULL");
        Run(connection, "CREATE TABLE IF NOT EXISTS entry (no INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        Run(connection, "CREATE TABLE IF NOT EXISTS change (no INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        using var entry = Insert(connection, "INSERT INTO entry (body) VALUES (@body)", EntryBytes);
        using var change = Insert(connection, "INSERT INTO change (body) VALUES (@body)", ChangeBytes);
        var times = new List<double>();
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < length)
        {
            var began = Stopwatch.GetTimestamp();
            using var transaction = connection.BeginTransaction(deferred: false);
            (entry.Transaction, change.Transaction) = (transaction, transaction);
            change.ExecuteNonQuery();
            entry.ExecuteNonQuery();
            transaction.Commit();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return AppendFigure.Of(times, clock.Elapsed, Environment.CpuUsage.TotalTime - cpu);
    }

    private static SqliteCommand Insert(SqliteConnection connection, string sql, int bytes)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@body", RandomNumberGenerator.GetBytes(bytes));
        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
