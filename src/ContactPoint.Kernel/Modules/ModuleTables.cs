using System.Reflection;
using ContactPoint.Kernel.Data.Units;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace ContactPoint.Kernel.Modules;

/// <summary>A module's tables are its own (MOD-2): its model and each step of its migrations name nothing of another owner's. No connection is opened.</summary>
internal static class ModuleTables
{
    public static Error? Check(IEnumerable<OwnedContextDescriptor> contexts, DatabaseProvider provider, string key, Assembly entry)
    {
        var found = contexts.ToList();
        if (found.Count > 1) return ModuleErrors.Malfunctioned("It has more than one context.");
        foreach (var descriptor in found)
        {
            if (descriptor.Context.Assembly != entry) return ModuleErrors.Malfunctioned("Its context is not its own.");
            using System.Data.Common.DbConnection connection = provider == DatabaseProvider.Sqlite ? new SqliteConnection("Data Source=:memory:") : new SqlConnection();
            using var context = Make(descriptor.For(provider), connection, provider, key);
            if (Model(context, provider, key) is { } fault) return ModuleErrors.Malfunctioned(fault);
            if (Steps(context, provider, key) is { } step) return ModuleErrors.Malfunctioned(step);
        }

        return null;
    }

    private static OwnedContext Make(Type type, System.Data.Common.DbConnection connection, DatabaseProvider provider, string key)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        return (OwnedContext)Activator.CreateInstance(type, ContextLeases.Configure(builder, provider, connection, key), DisclosureScope.None)!;
    }

    private static string? Model(OwnedContext context, DatabaseProvider provider, string key)
    {
        foreach (var entity in context.Model.GetEntityTypes())
        {
            if (entity.GetViewName() is not null || entity.GetFunctionName() is not null || entity.GetSqlQuery() is not null) return $"{entity.ClrType.Name} reads something that is no table";
            if (entity.GetTableName() is not { } table || !IsOwn(table, entity.GetSchema(), provider, key)) return $"{entity.ClrType.Name} lies in tables of another owner";
            if (entity.GetProperties().Any(property => property.Name is "ChildId" or nameof(IChildOwned.ChildKey)) && entity.FindDeclaredQueryFilter(OwnedContext.RecordFilter) is null)
                return $"{entity.ClrType.Name} names a child and is not child-owned";
        }

        return null;
    }

    private static string? Steps(OwnedContext context, DatabaseProvider provider, string key)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        foreach (var (id, type) in migrations.Migrations)
        {
            var steps = migrations.CreateMigration(type, context.Database.ProviderName!).UpOperations;
            if (steps.FirstOrDefault(step => !IsOwn(step, provider, key)) is { } foreign) return $"Its migration {id} has a step that reaches out of its own tables, or is not known ({foreign.GetType().Name})";
        }

        return null;
    }

    // What is not known is not let through: raw SQL, sequences, renaming, foreign keys to another owner.
    private static bool IsOwn(MigrationOperation step, DatabaseProvider provider, string key) => step switch
    {
        EnsureSchemaOperation schema => schema.Name == key,
        CreateTableOperation create => IsOwn(create.Name, create.Schema, provider, key) && create.ForeignKeys.All(link => IsOwn(link.PrincipalTable, link.PrincipalSchema, provider, key)),
        AddForeignKeyOperation link => IsOwn(link.Table, link.Schema, provider, key) && IsOwn(link.PrincipalTable, link.PrincipalSchema, provider, key),
        DropTableOperation drop => IsOwn(drop.Name, drop.Schema, provider, key),
        DropColumnOperation or DropIndexOperation or DropCheckConstraintOperation or DropForeignKeyOperation or DropUniqueConstraintOperation or DropPrimaryKeyOperation => IsOwn(TableOf(step, "Table"), TableOf(step, "Schema"), provider, key),
        ITableMigrationOperation table => IsOwn(table.Table, table.Schema, provider, key),
        _ => false,
    };

    private static string? TableOf(MigrationOperation step, string property) => (string?)step.GetType().GetProperty(property)!.GetValue(step);

    private static bool IsOwn(string? table, string? schema, DatabaseProvider provider, string key) =>
        table is not null && (provider == DatabaseProvider.Sqlite ? schema is null && table.StartsWith(key + "_", StringComparison.Ordinal) : schema == key);
}
