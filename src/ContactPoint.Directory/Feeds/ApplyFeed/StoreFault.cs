using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactPoint.Directory.Feeds.ApplyFeed;

/// <summary>
/// Tells a database that cannot be written for now (full, read-only, locked, away) from a fault of the run: the one passes without anybody touching the file,
/// the other comes back.
/// </summary>
internal static class StoreFault
{
    private static readonly int[] Sqlite =
        [raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_READONLY, raw.SQLITE_IOERR, raw.SQLITE_FULL, raw.SQLITE_CANTOPEN];

    // No room for data or log, read-only, lock request timed out, chosen in a deadlock once too often, time-out, no connection.
    private static readonly int[] SqlServer = [1101, 1105, 9002, 3906, 1222, 1205, -2, -1, 2, 53, 10053, 10054, 10060, 40613];

    public static bool Is(Exception? fault) => fault switch
    {
        null => false,
        SqliteException sqlite => Sqlite.Contains(sqlite.SqliteErrorCode),
        SqlException server => SqlServer.Contains(server.Number),
        _ => Is(fault.InnerException),
    };
}
