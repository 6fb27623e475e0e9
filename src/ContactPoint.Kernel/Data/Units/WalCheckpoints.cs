using Microsoft.Data.Sqlite;

namespace ContactPoint.Kernel.Data.Units;

/// <summary>
/// Writes what is in SQLite's write-ahead log back into the database, once a second while there are commits, on a connection of its own: the writer, and
/// everybody who waits for it, need not stand still for it. Should it fall behind, the writer's own checkpoint (<see cref="MostPages"/>) catches up.
/// </summary>
internal sealed class WalCheckpoints : IAsyncDisposable
{
    /// <summary>Pages in the log at which the writer itself writes them back.</summary>
    public const int MostPages = 65_536;

    private readonly CancellationTokenSource ending = new();
    private readonly Func<Task<UnitConnection>> open;
    private readonly Task loop;
    private int commits;

    /// <summary>Starts the loop.</summary>
    /// <param name="open">Opens a connection that may write.</param>
    public WalCheckpoints(Func<Task<UnitConnection>> open)
    {
        this.open = open;
        loop = Task.Run(RunAsync);
    }

    /// <summary>There is something in the log.</summary>
    public void Committed() => Volatile.Write(ref commits, 1);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await loop;
        ending.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        UnitConnection? connection = null;
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                if (Interlocked.Exchange(ref commits, 0) == 0) continue;
                try
                {
                    connection ??= await open();
                    connection.Statement("PRAGMA wal_checkpoint(PASSIVE)", [], null).Run();
                }
                catch (SqliteException)
                {
                    // Nothing is lost but time: the log holds it until the next try, and a fault that stays is the writer's to meet and to tell.
                    if (connection is not null) await connection.DisposeAsync();
                    connection = null;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
        finally
        {
            if (connection is not null) await connection.DisposeAsync();
        }
    }
}
