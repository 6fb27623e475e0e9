using System.Linq.Expressions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Sdk.Data;

/// <summary>Base of every owner's context. Carries the disclosure scope that the named query filter reads.</summary>
/// <remarks>
/// The second net under the gate (DESIGN: one choke point): every entity that implements <see cref="IChildOwned"/> is
/// filtered to the children that the scope covers, so code that forgot the gate gets no rows rather than all rows.
/// </remarks>
/// <param name="options">Provider options.</param>
/// <param name="scope">What this instance may read.</param>
public abstract class OwnedContext(DbContextOptions options, DisclosureScope scope) : DbContext(options)
{
    /// <summary>Name of the query filter on child-owned entities.</summary>
    public const string RecordFilter = "record-pass";

    /// <summary>True when a named job may read every child.</summary>
    protected bool CoversAll { get; } = scope.CoversAll;

    /// <summary>The children this instance may read; empty where <see cref="CoversAll"/> says so.</summary>
    protected IReadOnlyList<Guid> Covered { get; } = scope.ChildIds;

    /// <summary>Prefix (SQLite) or schema (SQL Server) of the owner's tables.</summary>
    protected abstract string Owner { get; }

    /// <summary>The owner's entities; called before the filters are put on.</summary>
    /// <param name="modelBuilder">EF's builder.</param>
    protected abstract void Build(ModelBuilder modelBuilder);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);
        Build(modelBuilder);
        var schemas = Database.ProviderName?.EndsWith("SqlServer", StringComparison.Ordinal) == true;
        if (schemas) modelBuilder.HasDefaultSchema(Owner);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (!schemas && entity.GetTableName() is { } table) entity.SetTableName($"{Owner}_{table}");
            if (typeof(IChildOwned).IsAssignableFrom(entity.ClrType)) entity.SetQueryFilter(RecordFilter, Filter(entity.ClrType));
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>().HaveMaxLength(16).AreFixedLength();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
    }

    private LambdaExpression Filter(Type type)
    {
        // row => this.CoversAll || this.Covered.Contains(row.ChildId): EF re-reads "this" for each context instance.
        var row = Expression.Parameter(type, "row");
        var me = Expression.Constant(this, typeof(OwnedContext));
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)],
            Expression.Property(me, nameof(Covered)), Expression.Property(row, nameof(IChildOwned.ChildKey)));
        return Expression.Lambda(Expression.OrElse(Expression.Property(me, nameof(CoversAll)), contains), row);
    }
}

/// <summary>A row that belongs to a child: filtered by <see cref="OwnedContext"/>.</summary>
public interface IChildOwned
{
    /// <summary>The child's internal id, as <see cref="ChildId.Value"/>.</summary>
    Guid ChildKey { get; }
}
