using System.Data.Common;
using ContactPoint.Sdk.Access;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Sdk.Data;

/// <summary>One connection and one transaction on which the owners' contexts are leased: data, audit entry and outbox message commit together or not at all.</summary>
/// <remarks>Valid only inside the delegate given to <see cref="IUnitOfWorkFactory"/>. Not thread-safe.</remarks>
public interface IUnitOfWork
{
    /// <summary>Leases the owner's context onto this transaction. Rows of children are filtered to what <paramref name="scope"/> covers.</summary>
    /// <typeparam name="TContext">The owner's provider-neutral context type.</typeparam>
    /// <param name="scope">What the holder may read; <see cref="DisclosureScope.None"/> yields no row of any child.</param>
    TContext Lease<TContext>(DisclosureScope scope) where TContext : DbContext;

    /// <summary>A prepared command on this transaction, cached by its text for the connection's life. For reviewed bulk paths only.</summary>
    /// <param name="sql">Constant text with <c>@name</c> parameters and tables written <c>$owner.table</c> (schema on SQL Server, prefix on SQLite); never built from input.</param>
    /// <param name="parameters">Names of its parameters in order, without the <c>@</c>.</param>
    DbCommand Prepare(string sql, params ReadOnlySpan<string> parameters);

    /// <summary>Which database this is, for the few statements that differ.</summary>
    DatabaseProvider Provider { get; }

    /// <summary>Runs after the commit is durable; not run when the unit fails.</summary>
    /// <param name="action">Must be quick and must not throw.</param>
    void OnCommitted(Action action);
}

/// <summary>The supported databases.</summary>
public enum DatabaseProvider
{
    /// <summary>SQLite, the embedded default: one writer.</summary>
    Sqlite,

    /// <summary>SQL Server 2022 or compatible.</summary>
    SqlServer,
}
