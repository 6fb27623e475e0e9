using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>
/// One BEGIN IMMEDIATE … COMMIT with the units that share it. They run as they are, first: a savepoint for each would copy every page that two
/// of them touch. If one fails, all of it is taken back and each runs again on a savepoint of its own, so that it takes nobody with it.
/// </summary>
internal sealed class GroupCommit(UnitConnection connection, ContextLeases leases, ICommitParticipant participant)
{
    private static readonly AsyncLocal<bool> Inside = new();

    /// <summary>True while a unit runs.</summary>
    public static bool IsInsideUnit => Inside.Value;

    /// <summary>Runs the units that come, commits them and leaves in each how it went. Those that came are in <paramref name="batch"/> even when this throws.</summary>
    public async Task RunAsync(UnitSource source, List<QueuedUnit> batch)
    {
        await using (var transaction = Begin())
        {
            var failed = false;
            while (!failed && source.TryNext(batch.Count, out var unit))
            {
                batch.Add(unit);
                failed = !await TryRunAsync(transaction, unit);
            }

            if (!failed)
            {
                await CommitAsync(transaction, batch);
                return;
            }
        }

        if (batch.Count == 1) return;
        foreach (var unit in batch) unit.Forget();
        await using var again = Begin();
        foreach (var unit in batch) await RunApartAsync(again, unit);
        await CommitAsync(again, batch);
    }

    private SqliteTransaction Begin() => ((SqliteConnection)connection.Connection).BeginTransaction(deferred: false);

    private async Task RunApartAsync(SqliteTransaction transaction, QueuedUnit unit)
    {
        connection.Statement("SAVEPOINT unit", [], transaction).Run();
        if (!await TryRunAsync(transaction, unit)) connection.Statement("ROLLBACK TO unit", [], transaction).Run();
        connection.Statement("RELEASE unit", [], transaction).Run();
    }

    private async ValueTask<bool> TryRunAsync(SqliteTransaction transaction, QueuedUnit queued)
    {
        if (queued.IsCancelled)
        {
            queued.Failure = new OperationCanceledException();
            return true;
        }

        var unit = new UnitOfWork(connection, transaction, leases, DatabaseProvider.Sqlite);
        queued.Unit = unit;

        // Set for the unit's own work only: what runs after the commit may start units of its own.
        Inside.Value = true;
        try
        {
            await queued.RunAsync(unit);
            await unit.EndAsync();
            return true;
        }
#pragma warning disable CA1031 // The unit's failure is its caller's to handle.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            queued.Failure = failure;
            await unit.EndAsync();
            return false;
        }
    }

    private async Task CommitAsync(SqliteTransaction transaction, List<QueuedUnit> batch)
    {
        var done = batch.Where(unit => unit.Failure is null).Select(unit => unit.Unit!).ToList();
        var pending = done.Count == 0 ? null : participant.Prepare(done);
        var committed = false;
        try
        {
            if (pending is not null) await pending.WriteAsync();
            await transaction.CommitAsync();
            committed = true;
        }
        finally
        {
            pending?.End(committed);
            foreach (var unit in batch) unit.Unit?.Close();
        }

        foreach (var unit in done) unit.Committed();
    }
}
