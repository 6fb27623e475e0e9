using ContactPoint.Directory.Data;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ContactPoint.Directory.Tests.Data;

public sealed class ModelTests
{
    [Fact]
    public void BothProviders_HaveNoModelChangeWithoutAMigration()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        sqlite.Database.HasPendingModelChanges().ShouldBeFalse();
        sqlServer.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public void BothProviders_HaveTheSameTablesAndColumns()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        Columns(sqlite).ShouldBe(Columns(sqlServer));
    }

    [Fact]
    public void TheSqlServerScript_ParsesWithoutAnError()
    {
        using var context = SqlServer();

        Errors(context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)).ShouldBeEmpty();
        Errors("CREATE TABEL directory.child (id int)").ShouldNotBeEmpty();
    }

    [Fact]
    public void NoForeignKey_LeavesTheOwner()
    {
        using var context = SqlServer();

        context.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()).ShouldAllBe(key => key.PrincipalEntityType.GetSchema() == DirectoryContext.OwnerName);
    }

    private static SqliteDirectoryContext Sqlite() =>
        new(new DbContextOptionsBuilder<SqliteDirectoryContext>().UseSqlite("Data Source=:memory:").Options, DisclosureScope.None);

    private static SqlServerDirectoryContext SqlServer() =>
        new(new DbContextOptionsBuilder<SqlServerDirectoryContext>().UseSqlServer("Server=nowhere", server => server.MigrationsHistoryTable("migrations", DirectoryContext.OwnerName).UseCompatibilityLevel(160)).Options, DisclosureScope.None);

    private static List<string> Columns(DbContext context) =>
        [.. context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Select(property =>
            $"{entity.GetTableName()!.Replace("directory_", string.Empty, StringComparison.Ordinal)}.{property.GetColumnName()} {property.IsNullable}")).Order(StringComparer.Ordinal)];

    private static IList<ParseError> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors;
    }
}
