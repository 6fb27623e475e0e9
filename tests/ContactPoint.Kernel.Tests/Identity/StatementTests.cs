using System.Reflection;
using System.Text.RegularExpressions;
using ContactPoint.Kernel.Identity;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>The prepared statements of this folder are T-SQL too, and hold no value that could have come from outside.</summary>
public sealed partial class StatementTests
{
    private static readonly string[] Verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "];

    public static TheoryData<string, string> Statements
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var constant in Constants()) data.Add($"{constant.DeclaringType!.Name}.{constant.Name}", (string)constant.GetRawConstantValue()!);
            return data;
        }
    }

    [Fact]
    public void Statements_AreFound() => Constants().Count().ShouldBeGreaterThan(25);

    [Theory]
    [MemberData(nameof(Statements))]
    [Trait("Asvs", "1.2.4")]
    public void Statement_IsOneStatementOfTransactSql_WithoutALiteralText(string name, string sql)
    {
        var parser = new TSql160Parser(initialQuotedIdentifiers: true);
        var script = (TSqlScript)parser.Parse(new StringReader(OwnedTable().Replace(sql, "$1.")), out var errors);

        errors.ShouldBeEmpty(name);
        script.Batches.ShouldHaveSingleItem().Statements.Count.ShouldBe(1, name);
        var texts = new Texts();
        script.Accept(texts);
        texts.Found.ShouldBe(0, name);
    }

    // A constant that ends in a space is the beginning of others.
    private static IEnumerable<FieldInfo> Constants() =>
        typeof(ISignIn).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("ContactPoint.Kernel.Identity", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
            .Where(field => field.GetRawConstantValue() is string text && Verbs.Any(verb => text.StartsWith(verb, StringComparison.Ordinal)) && !text.EndsWith(' '));

    [GeneratedRegex(@"\$([a-z]+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex OwnedTable();

    private sealed class Texts : TSqlFragmentVisitor
    {
        public int Found { get; private set; }

        public override void Visit(StringLiteral node) => Found++;
    }
}
