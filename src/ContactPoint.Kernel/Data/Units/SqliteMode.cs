using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>How SQLite is written: durable, or for the load of an empty database.</summary>
internal sealed class SqliteMode
{
    private const string Reader = "PRAGMA query_only=1;";

    // synchronous=FULL: the reply waits for the flush (AUD-1: no audit row, no access). secure_delete: erased means erased.
    private static readonly string DurableWriter =
        $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=1; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint={WalCheckpoints.MostPages};";

    // A journal that holds what was there before: new pages, nearly all of a load, are written once and not twice. A process that is killed leaves it to be
    // rolled back. The memory is also what is sorted at once for an index: little of it keeps within the processor's own, and lets sorting go on beside reading.
    private const string LoadWriter = "PRAGMA cache_size=-32768; PRAGMA threads=2; PRAGMA wal_autocheckpoint=16000;";
    private const string LoadJournal = "PRAGMA journal_mode=TRUNCATE";
    private const string Unflushed = "PRAGMA synchronous=OFF";
    private const string FlushedByCheckpoint = "PRAGMA synchronous=NORMAL";

    private readonly bool isLoad;

    private SqliteMode(bool isLoad) => this.isLoad = isLoad;

    /// <summary>A commit is on the disk before it is answered.</summary>
    public static SqliteMode Durable { get; } = new(isLoad: false);

    /// <summary>
    /// A commit outlives the process, not the power: what was written is on the disk when the mode is left. No foreign keys are looked up, for whoever loads
    /// makes both ends of them.
    /// </summary>
    public static SqliteMode Load { get; } = new(isLoad: true);

    public async Task<UnitConnection> OpenWriterAsync(DatabaseOptions database)
    {
        if (!isLoad) return await OpenAsync(database, foreignKeys: true, DurableWriter);
        var opened = await OpenAsync(database, foreignKeys: false, LoadWriter);

        // Another process that has the database open keeps it in its write-ahead log: then the log is flushed before it is copied. Tried once; the provider's
        // own command would try for half a minute.
        _ = raw.sqlite3_exec(((SqliteConnection)opened.Connection).Handle, LoadJournal);
        await RunAsync(opened, await JournalAsync(opened) == "wal" ? FlushedByCheckpoint : Unflushed);
        return opened;
    }

    /// <summary>Who writes the log back beside the writer; nobody where there is none.</summary>
    public WalCheckpoints? Checkpoints(DatabaseOptions database) => isLoad ? null : new WalCheckpoints(() => OpenWriterAsync(database));

    public static Task<UnitConnection> OpenReaderAsync(DatabaseOptions database) => OpenAsync(database, foreignKeys: true, Reader);

    /// <summary>Idle connections are closed by then. Nobody may read meanwhile: closing a file drops the locks of the whole process.</summary>
    public void Flush(string file)
    {
        if (!isLoad) return;
        foreach (var name in new[] { file, file + "-wal" })
        {
            if (!File.Exists(name)) continue;
            using var handle = File.OpenHandle(name, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
    }

    private static async Task<UnitConnection> OpenAsync(DatabaseOptions database, bool foreignKeys, string settings)
    {
        var patience = Math.Max(1, (int)database.LockPatience.TotalSeconds);
        var connection = new UnitConnection(
            new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.DatabaseFile, Pooling = false, ForeignKeys = foreignKeys, DefaultTimeout = patience }.ToString()), prepares: true);
        await connection.Connection.OpenAsync();
        await RunAsync(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={patience * 1_000}; {settings}"));
        return connection;
    }

    private static async Task RunAsync(UnitConnection opened, string settings)
    {
        await using var command = opened.Connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this type, and a number.
        command.CommandText = settings;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> JournalAsync(UnitConnection opened)
    {
        await using var command = opened.Connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return (string?)await command.ExecuteScalarAsync();
    }
}
