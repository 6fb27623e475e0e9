using System.Collections.Concurrent;
using System.Threading.Channels;
using ContactPoint.Sdk.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>
/// SQLite has one writer. Units queue for it, and those that wait together share one commit: one flush serves them all
/// (<see cref="GroupCommit"/>).
/// </summary>
internal sealed class SqliteUnits : IUnitOfWorkFactory, IAsyncDisposable
{
    private readonly Channel<QueuedUnit> queue = Channel.CreateBounded<QueuedUnit>(new BoundedChannelOptions(16_384) { SingleReader = true });
    private readonly ConcurrentBag<UnitConnection> readers = [];
    private readonly ContextLeases leases;
    private readonly ICommitParticipant participant;
    private readonly DatabaseOptions database;
    private readonly Task writer;
    private SqliteMode mode = SqliteMode.Durable;
    private WalCheckpoints? checkpoints;

    public SqliteUnits(ContextLeases leases, ICommitParticipant participant, IOptions<DatabaseOptions> options)
    {
        this.leases = leases;
        this.participant = participant;
        System.IO.Directory.CreateDirectory(options.Value.DataDirectory);
        database = options.Value;
        checkpoints = mode.Checkpoints(database);
        writer = Task.Run(WriteAsync);
    }

    public async Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default)
    {
        if (GroupCommit.IsInsideUnit) throw new InvalidOperationException("A unit of work was started inside a unit of work.");
        var unit = new QueuedUnit<T>(work, cancellation);
        await queue.Writer.WriteAsync(unit, cancellation);
        return await unit.Task;
    }

    /// <summary>Writes in another mode from here on. Whatever was written in the mode before is on the disk by then.</summary>
    public async Task SwitchAsync(SqliteMode to)
    {
        var change = new ModeChange(to);
        await queue.Writer.WriteAsync(change);
        await change.Task;
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default)
    {
        if (!readers.TryTake(out var connection)) connection = await SqliteMode.OpenReaderAsync(database);
        var reusable = false;
        try
        {
            await using var snapshot = ((SqliteConnection)connection.Connection).BeginTransaction(deferred: true);
            var unit = new UnitOfWork(connection, snapshot, leases, DatabaseProvider.Sqlite);
            try
            {
                return await read(unit);
            }
            finally
            {
                await unit.EndAsync();
                unit.Close();
                await snapshot.RollbackAsync(CancellationToken.None);
                reusable = true;
            }
        }
        finally
        {
            if (reusable) readers.Add(connection);
            else await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
        await CloseOthersAsync();
    }

    private async Task CloseOthersAsync()
    {
        if (checkpoints is not null) await checkpoints.DisposeAsync();
        checkpoints = null;
        while (readers.TryTake(out var reader)) await reader.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        UnitConnection? connection = null;
        var source = new UnitSource(queue.Reader);
        var batch = new List<QueuedUnit>();
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                batch.Clear();
                try
                {
                    connection ??= await mode.OpenWriterAsync(database);
                    await new GroupCommit(connection, leases, participant).RunAsync(source, batch);
                    checkpoints?.Committed();
                    if (batch.OfType<ModeChange>().LastOrDefault() is { } change) connection = await ChangeAsync(connection, change);
                }
#pragma warning disable CA1031 // Whatever failed, everybody who waits must hear of it; the writer lives on with a fresh connection.
                catch (Exception failure)
#pragma warning restore CA1031
                {
                    if (batch.Count == 0 && queue.Reader.TryRead(out var first)) batch.Add(first);
                    foreach (var unit in batch) unit.Failure ??= failure;
                    if (connection is not null) await connection.DisposeAsync();
                    connection = null;
                }

                foreach (var unit in batch) unit.Answer();
            }
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync();
        }
    }

    // What was committed before it stays committed, whatever becomes of the change.
    private async Task<UnitConnection?> ChangeAsync(UnitConnection connection, ModeChange change)
    {
        try
        {
            await connection.DisposeAsync();
            await CloseOthersAsync();
            mode.Flush(database.DatabaseFile);
            var opened = await change.To.OpenWriterAsync(database);
            mode = change.To;
            return opened;
        }
#pragma warning disable CA1031 // Whoever asked for it hears of it; the next unit opens a connection.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            change.Failure = failure;
            return null;
        }
        finally
        {
            checkpoints ??= mode.Checkpoints(database);
        }
    }
}
