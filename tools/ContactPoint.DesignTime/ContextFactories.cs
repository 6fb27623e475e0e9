using ContactPoint.Directory.Data;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ContactPoint.DesignTime;

internal static class Design
{
    public static DbContextOptions<TContext> Sqlite<TContext>(string owner)
        where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>().UseSqlite("Data Source=:memory:", sqlite => sqlite.MigrationsHistoryTable(owner + "_migrations")).Options;

    public static DbContextOptions<TContext> SqlServer<TContext>(string owner)
        where TContext : DbContext =>
        new DbContextOptionsBuilder<TContext>()
            .UseSqlServer("Server=design-time", server => server.MigrationsHistoryTable("migrations", owner).UseCompatibilityLevel(160)).Options;
}

internal sealed class SqliteKernel : IDesignTimeDbContextFactory<SqliteKernelContext>
{
    public SqliteKernelContext CreateDbContext(string[] args) => new(Design.Sqlite<SqliteKernelContext>("kernel"), DisclosureScope.None);
}

internal sealed class SqlServerKernel : IDesignTimeDbContextFactory<SqlServerKernelContext>
{
    public SqlServerKernelContext CreateDbContext(string[] args) => new(Design.SqlServer<SqlServerKernelContext>("kernel"), DisclosureScope.None);
}

internal sealed class SqliteDirectory : IDesignTimeDbContextFactory<SqliteDirectoryContext>
{
    public SqliteDirectoryContext CreateDbContext(string[] args) => new(Design.Sqlite<SqliteDirectoryContext>("directory"), DisclosureScope.None);
}

internal sealed class SqlServerDirectory : IDesignTimeDbContextFactory<SqlServerDirectoryContext>
{
    public SqlServerDirectoryContext CreateDbContext(string[] args) => new(Design.SqlServer<SqlServerDirectoryContext>("directory"), DisclosureScope.None);
}
