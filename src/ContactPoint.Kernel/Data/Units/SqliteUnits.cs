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
    private static readonly string WriterMemory = $"PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint={WalCheckpoints.MostPages};";

    private readonly Channel<QueuedUnit> queue = Channel.CreateBounded<QueuedUnit>(new BoundedChannelOptions(16_384) { SingleReader = true });
    private readonly ConcurrentBag<UnitConnection> readers = [];
    private readonly ContextLeases leases;
    private readonly ICommitParticipant participant;
    private readonly string connectionString;
    private readonly WalCheckpoints checkpoints;
    private readonly Task writer;

    public SqliteUnits(ContextLeases leases, ICommitParticipant participant, IOptions<DatabaseOptions> options)
    {
        this.leases = leases;
        this.participant = participant;
        System.IO.Directory.CreateDirectory(options.Value.DataDirectory);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Value.DatabaseFile,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        checkpoints = new WalCheckpoints(() => OpenAsync(readOnly: false));
        writer = Task.Run(WriteAsync);
    }

    public async Task<T> RunAsync<T>(Func<IUnitOfWork, ValueTask<T>> work, CancellationToken cancellation = default)
    {
        if (GroupCommit.IsInsideUnit) throw new InvalidOperationException("A unit of work was started inside a unit of work.");
        var unit = new QueuedUnit<T>(work, cancellation);
        await queue.Writer.WriteAsync(unit, cancellation);
        return await unit.Task;
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, ValueTask<T>> read, CancellationToken cancellation = default)
    {
        if (!readers.TryTake(out var connection)) connection = await OpenAsync(readOnly: true);
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
        await checkpoints.DisposeAsync();
        while (readers.TryTake(out var reader)) await reader.DisposeAsync();
    }

    private async Task<UnitConnection> OpenAsync(bool readOnly)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var settings = connection.CreateCommand();

        // synchronous=FULL: the reply waits for the flush (AUD-1: no audit row, no access). secure_delete: erased means erased.
        settings.CommandText = readOnly
            ? "PRAGMA query_only=1; PRAGMA busy_timeout=30000;"
            : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=1; PRAGMA busy_timeout=30000; " + WriterMemory;
        await settings.ExecuteNonQueryAsync();
        return new UnitConnection(connection, prepares: true);
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
                    connection ??= await OpenAsync(readOnly: false);
                    await new GroupCommit(connection, leases, participant).RunAsync(source, batch);
                    checkpoints.Committed();
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
}
