using System;
using System.Linq;
using System.Threading.Tasks;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

public sealed class TheModule : IAgencyModule
{
    public void Register(ModuleRegistration registration)
    {
        registration.Context<Tables, SqliteTables, SqlServerTables>();
    }
}
public abstract class Tables(DbContextOptions options, DisclosureScope scope) : OwnedContext(options, scope)
{
    protected override string Owner => "plain";
    protected override void Build(ModelBuilder modelBuilder) { modelBuilder.Entity<Row>().ToView("directory_child"); }
}
public sealed class SqliteTables(DbContextOptions options, DisclosureScope scope) : Tables(options, scope);
public sealed class SqlServerTables(DbContextOptions options, DisclosureScope scope) : Tables(options, scope);
public sealed class Row { public Guid Id { get; init; }  }
