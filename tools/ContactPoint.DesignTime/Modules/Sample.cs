using ContactPoint.Modules.Sample.Data;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore.Design;

namespace ContactPoint.DesignTime.Modules;

internal sealed class SqliteSample : IDesignTimeDbContextFactory<SqliteSampleContext>
{
    public SqliteSampleContext CreateDbContext(string[] args) => new(Design.Sqlite<SqliteSampleContext>("sample"), DisclosureScope.None);
}

internal sealed class SqlServerSample : IDesignTimeDbContextFactory<SqlServerSampleContext>
{
    public SqlServerSampleContext CreateDbContext(string[] args) => new(Design.SqlServer<SqlServerSampleContext>("sample"), DisclosureScope.None);
}
