using System.Data.Common;
using ContactPoint.Ledger;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Data.Units;

internal sealed class UnitOfWork(UnitConnection connection, DbTransaction transaction, ContextLeases leases, DatabaseProvider provider) : IUnitOfWork
{
    private List<DbContext>? leased;
    private List<Action>? afterCommit;
    private bool ended;

    public DatabaseProvider Provider => provider;

    /// <summary>MACs of the audit entries appended by this unit.</summary>
    public List<LedgerHash> Appended { get; } = [];

    public TContext Lease<TContext>(DisclosureScope scope)
        where TContext : DbContext
    {
        ObjectDisposedException.ThrowIf(ended, this);
        var context = leases.Create(typeof(TContext), connection.Connection, scope);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
        (leased ??= []).Add(context);
        return (TContext)(DbContext)context;
    }

    public DbCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        return connection.Command(sql, parameters, transaction);
    }

    /// <summary>A statement of the Kernel's own that every access pays for.</summary>
    public IStatement Statement(string sql, params ReadOnlySpan<string> parameters)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        return connection.Statement(sql, parameters, transaction);
    }

    public void OnCommitted(Action action) => (afterCommit ??= []).Add(action);

    /// <summary>Gives the leases back.</summary>
    public async ValueTask EndAsync()
    {
        if (leased is null) return;
        foreach (var context in leased) await context.DisposeAsync();
        leased = null;
    }

    /// <summary>Nothing obtained from this unit works any more.</summary>
    public void Close() => ended = true;

    public void Committed()
    {
        if (afterCommit is null) return;
        foreach (var action in afterCommit) action();
    }
}
