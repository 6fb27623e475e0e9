using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Data;

/// <summary>The Kernel's own tables: users, sessions, audit, budgets, acts. Leased inside the Kernel only.</summary>
public abstract class KernelContext(DbContextOptions options, DisclosureScope scope) : OwnedContext(options, scope)
{
    /// <inheritdoc/>
    protected override string Owner => KernelServices.Owner;

    /// <inheritdoc/>
    protected override void Build(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(KernelContext).Assembly);
}

/// <summary>The Kernel's tables on SQLite.</summary>
public sealed class SqliteKernelContext(DbContextOptions options, DisclosureScope scope) : KernelContext(options, scope);

/// <summary>The Kernel's tables on SQL Server.</summary>
public sealed class SqlServerKernelContext(DbContextOptions options, DisclosureScope scope) : KernelContext(options, scope);
