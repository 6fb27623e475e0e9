using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactPoint.Kernel.Tests.Data;

/// <summary>Every statement that is written in the Kernel is T-SQL too, and a single one: read from the assembly's own strings.</summary>
public sealed partial class StatementTests
{
    [Fact, Trait("Asvs", "1.2.4")]
    public void EveryStatement_IsOneStatementOfTSql_SaveSqlitesOwn()
    {
        var statements = Statements().ToList();
        statements.Count.ShouldBeGreaterThan(40);
        foreach (var sql in statements.Where(sql => !sql.Contains(" LIMIT ", StringComparison.Ordinal)))
        {
            var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(OwnedTable().Replace(sql, "$1.")), out var errors);
            errors.ShouldBeEmpty(sql);
            script.Batches.ShouldHaveSingleItem().Statements.Count.ShouldBe(1, sql);
        }
    }

    private static IEnumerable<string> Statements()
    {
        using var file = new PEReader(File.OpenRead(typeof(KernelServices).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var handle = MetadataTokens.UserStringHandle(1);
        while (!handle.IsNil)
        {
            var text = metadata.GetUserString(handle).Trim();
            if (Statement().IsMatch(text) && text.Contains('$', StringComparison.Ordinal) && !text.Contains("FROM $kernel.session s", StringComparison.Ordinal)) yield return text;
            handle = metadata.GetNextHandle(handle);
        }
    }

    [GeneratedRegex("^(SELECT|INSERT|UPDATE|DELETE) ", RegexOptions.NonBacktracking)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\$([a-z]+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex OwnedTable();
}
