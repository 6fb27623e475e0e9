using ContactPoint.Kernel.Data;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Kernel.Identity.Sessions;

/// <summary>Ends sessions whose time or entitlement has run out, so that open pages hear of it and the audit trail says when and why; once an hour lets owners forget what is spent.</summary>
/// <remarks>No access waits for this: every check looks at the times itself. Polls in real time and compares with the product's clock.</remarks>
internal sealed partial class SessionSweep(
    IUnitOfWorkFactory units, LiveSession live, SessionCheck check, Revocations revocations, IEnumerable<IForgetful> owners, TimeProvider clock, ILogger<SessionSweep> logger)
    : BackgroundService
{
    private const string OverdueSql = $"""
        SELECT o.id, o.ends_at, o.last_activity_at + o.idle_limit FROM $kernel.session o
        WHERE o.ended_at IS NULL AND NOT EXISTS (SELECT 1 {LiveSession.From} WHERE s.id = o.id AND {LiveSession.Holds})
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromHours(1);

    private DateTimeOffset forgotAt = DateTimeOffset.MinValue;

    /// <summary>One sweep.</summary>
    /// <returns>How many sessions it ended.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var overdue = await units.ReadAsync(OverdueAsync, cancellation);
        var ended = 0;
        foreach (var (session, reason) in overdue)
        {
            ended += await units.RunAsync(
                async unit =>
                {
                    // Touched or ended since the read?
                    if (await check.IsLiveAsync(session, null, unit)) return 0;
                    return await revocations.RevokeAsync(new RevocationNotice(RevocationKind.Session, session), reason, unit);
                },
                cancellation);
        }

        if (clock.GetUtcNow() - forgotAt >= ForgetInterval)
        {
            forgotAt = clock.GetUtcNow();
            await units.RunAsync(
                async unit =>
                {
                    foreach (var owner in owners) await owner.ForgetAsync(unit);
                    return true;
                },
                cancellation);
        }

        return ended;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The next sweep tries again; no access depends on this one.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, failure);
            }
        }
    }

    private async ValueTask<IReadOnlyList<(Guid Session, SessionEnd Reason)>> OverdueAsync(IUnitOfWork unit)
    {
        var now = clock.GetUtcNow();
        var found = new List<(Guid, SessionEnd)>();
        await using var reader = await live.Prepare(OverdueSql, unit).ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            var reason = reader.TimeAt(1) <= now ? SessionEnd.TimeLimit : reader.TimeAt(2) <= now ? SessionEnd.Idle : SessionEnd.Entitlement;
            found.Add((reader.GuidAt(0), reason));
        }

        return found;
    }

    [LoggerMessage(4102, LogLevel.Warning, "Sessions whose time is over could not be swept; tried again soon.")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
