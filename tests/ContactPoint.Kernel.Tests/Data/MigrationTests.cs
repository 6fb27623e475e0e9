using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactPoint.Kernel.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void NeitherProvider_HasAModelChangeWithoutAMigration()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();
        sqlite.Database.HasPendingModelChanges().ShouldBeFalse();
        sqlServer.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void SqlServersScript_IsTSqlWithoutErrors_AndBuildsEveryTableOfTheModel()
    {
        using var context = SqlServer();
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        errors.ShouldBeEmpty();
        var tables = new CreatedTables();
        fragment.Accept(tables);
        var model = context.Model.GetEntityTypes().Select(entity => $"{entity.GetSchema()}.{entity.GetTableName()}").ToHashSet();
        model.Except(tables.Names).ShouldBeEmpty();
    }

    [Fact]
    public void ATypingError_InAScript_IsSeen()
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader("CREATE TABEL x (id int)"), out var errors);
        errors.ShouldNotBeEmpty();
    }

    private static SqliteKernelContext Sqlite() => new(new DbContextOptionsBuilder<SqliteKernelContext>().UseSqlite("Data Source=:memory:").Options, DisclosureScope.None);

    private static SqlServerKernelContext SqlServer() => new(
        new DbContextOptionsBuilder<SqlServerKernelContext>().UseSqlServer("Server=none", server => server.MigrationsHistoryTable("migrations", "kernel").UseCompatibilityLevel(160)).Options, DisclosureScope.None);

    private sealed class CreatedTables : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = [];

        public override void Visit(CreateTableStatement node) => Names.Add(string.Join('.', node.SchemaObjectName.Identifiers.Select(name => name.Value)));
    }
}
