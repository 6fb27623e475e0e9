using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Identity.Revoking;

/// <summary>Finds what other processes revoked: reads the table every 250 ms of real time.</summary>
internal sealed partial class RevocationTail(IUnitOfWorkFactory units, RevocationBell bell, ILogger<RevocationTail> logger) : BackgroundService
{
    private const string Last = "SELECT COALESCE(MAX(number), 0) FROM $kernel.revocation";
    private const string After = "SELECT number, id, kind, subject FROM $kernel.revocation WHERE number > @after ORDER BY number";

    // SQL Server hands out numbers before the commit, so a lower one may turn up later: the last few are read again; the bell rings once.
    private const int Overlap = 64;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private long start = -1;
    private long seen;

    /// <summary>Reads what is new. The first call only learns where the table ends.</summary>
    public async Task ReadNewAsync(CancellationToken cancellation)
    {
        if (start < 0)
        {
            seen = await units.ReadAsync(async unit => (long)(await unit.Prepare(Last).ExecuteScalarAsync(CancellationToken.None))!, cancellation);
            start = seen;
            return;
        }

        var found = await units.ReadAsync(unit => ReadAsync(Math.Max(start, seen - Overlap), unit), cancellation);
        foreach (var (number, id, notice) in found)
        {
            seen = Math.Max(seen, number);
            bell.Ring(id, notice);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await ReadNewAsync(stoppingToken);
                failing = false;
            }
#pragma warning disable CA1031 // Tried again at once; meanwhile every access still reads its session row.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                if (!failing) LogFailed(logger, failure);
                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async ValueTask<IReadOnlyList<(long Number, Guid Id, RevocationNotice Notice)>> ReadAsync(long after, IUnitOfWork unit)
    {
        var found = new List<(long, Guid, RevocationNotice)>();
        await using var reader = await unit.Prepare(After, "after").With(after).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
            found.Add((reader.GetInt64(0), reader.GuidAt(1), new RevocationNotice((RevocationKind)reader.GetInt32(2), reader.GuidAt(3))));
        return found;
    }

    [LoggerMessage(4104, LogLevel.Warning, "Revocations of other processes could not be read; tried again.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
