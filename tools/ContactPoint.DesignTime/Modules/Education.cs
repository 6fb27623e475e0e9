using ContactPoint.Modules.Education.Data;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore.Design;

namespace ContactPoint.DesignTime.Modules;

internal sealed class SqliteEducation : IDesignTimeDbContextFactory<SqliteEducationContext>
{
    public SqliteEducationContext CreateDbContext(string[] args) => new(Design.Sqlite<SqliteEducationContext>("education"), DisclosureScope.None);
}

internal sealed class SqlServerEducation : IDesignTimeDbContextFactory<SqlServerEducationContext>
{
    public SqlServerEducationContext CreateDbContext(string[] args) => new(Design.SqlServer<SqlServerEducationContext>("education"), DisclosureScope.None);
}
