using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using ContactPoint.Directory.Keys;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactPoint.Directory.Tests.Data;

/// <summary>Every prepared statement of the directory is read by SQL Server's own parser: these tests run on SQLite, production does not.</summary>
public sealed partial class StatementTests
{
    private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void EveryPreparedStatement_ParsesAsTransactSql()
    {
        var statements = Statements();

        statements.Count.ShouldBeGreaterThan(20);
        foreach (var statement in statements)
        {
            using var reader = new StringReader(OwnedTable().Replace(statement, "$1."));
            new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
            errors.Select(error => $"{error.Message} in {statement}").ShouldBeEmpty();
        }
    }

    private static HashSet<string> Statements()
    {
        var recorder = new Recorder();
        var types = typeof(DirectoryServices).Assembly.GetTypes();
        foreach (var field in types.SelectMany(type => type.GetFields(Everything)).Where(field => field.FieldType == typeof(string) && !field.Name.StartsWith("Sqlite", StringComparison.Ordinal)))
            if (field.DeclaringType!.ContainsGenericParameters is false && field.GetValue(null) is string text && OwnedTable().IsMatch(text) && text.Contains(' ', StringComparison.Ordinal) && !text.StartsWith("FROM", StringComparison.Ordinal))
                recorder.Seen.Add(text);
        foreach (var method in types.SelectMany(type => type.GetMethods(Everything)).Where(method => method.ReturnType == typeof(DbCommand) && method.GetParameters() is [{ ParameterType: var only }] && only == typeof(IUnitOfWork)))
            method.Invoke(null, [recorder]);
        foreach (var table in SealedTable.Core)
        {
            table.Page(recorder);
            table.Update(recorder);
        }

        return recorder.Seen;
    }

    [GeneratedRegex(@"\$([a-z]+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex OwnedTable();

    private sealed class Recorder : IUnitOfWork
    {
        public HashSet<string> Seen { get; } = [];

        public DatabaseProvider Provider => DatabaseProvider.SqlServer;

        public DbCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
        {
            Seen.Add(sql);
            return new SqlCommand();
        }

        public TContext Lease<TContext>(DisclosureScope scope)
            where TContext : DbContext => throw new NotSupportedException();

        public void OnCommitted(Action action) => throw new NotSupportedException();
    }
}
