using System.Text.RegularExpressions;
using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Records the form of every statement that SQLite itself runs, on the writer's and the reader's connection.</summary>
internal sealed partial class StatementTrace
{
    private readonly List<string> statements = [];

    private StatementTrace()
    {
    }

    public static async Task<StatementTrace> OnAsync(IUnitOfWorkFactory units)
    {
        var trace = new StatementTrace();
        await units.RunAsync(unit => Attach(unit, trace));
        await units.ReadAsync(unit => Attach(unit, trace));
        return trace;
    }

    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> act)
    {
        lock (statements) statements.Clear();
        await act();
        lock (statements) return [.. statements];
    }

    private static ValueTask<bool> Attach(IUnitOfWork unit, StatementTrace trace)
    {
        var connection = (SqliteConnection)unit.Prepare("SELECT 1").Connection!;
        raw.sqlite3_trace(connection.Handle!, (_, statement) => trace.Add(statement), null);
        return ValueTask.FromResult(true);
    }

    private void Add(string statement)
    {
        lock (statements) statements.Add(Value().Replace(statement, "?"));
    }

    // Bound values: blobs, texts, numbers. What is left is the form.
    [GeneratedRegex(@"[xX]'[0-9a-fA-F]*'|'(?:[^']|'')*'|\b\d+\b|\bNULL\b", RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
