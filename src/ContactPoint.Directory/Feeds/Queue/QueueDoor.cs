using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Queue;

/// <summary>Lets a steward to a row: session, reach, one answer for every way in which it is not to be had, and an entry that tells them apart.</summary>
internal sealed class QueueDoor(IUnitOfWorkFactory units, ISessionCheck sessions, WaitingRows waiting, IOrganisationDirectory organisations, IAuditTrail trail, TimeProvider clock)
{
    public async Task<Result<WaitingRow>> FindAsync(CallerContext caller, Guid id, AuditEventType act, CancellationToken cancellation)
    {
        var (isLive, row) = await units.ReadAsync<(bool, WaitingRow?)>(
            async unit => (await sessions.IsLiveAsync(caller, unit), await WaitingRows.FindAsync(id, unit) is { } found ? await waiting.OpenAsync(found, unit) : null), cancellation);
        if (!isLive) return await RefuseAsync(QueueEvents.NotDone(act, caller, id, FeedReasons.SessionEnded), GateErrors.SessionEnded);
        if (row is null) return await RefuseAsync(QueueEvents.NotDone(act, caller, id, FeedReasons.NoSuchRow), QueueErrors.NoSuchRow);
        return WaitingRows.Reaches(caller, row.School, clock.GetUtcNow()) ? row
            : await RefuseAsync(QueueEvents.NotDone(act, caller, id, FeedReasons.RowOfAnother), QueueErrors.NoSuchRow);
    }

    /// <summary>Why the caller may not act on a row, waiting or decided; null when they may.</summary>
    public Task<(Error Error, ReasonCode Reason)?> ReachesAsync(CallerContext caller, Guid id, CancellationToken cancellation) => units.ReadAsync<(Error, ReasonCode)?>(
        async unit =>
        {
            if (!await sessions.IsLiveAsync(caller, unit)) return (GateErrors.SessionEnded, FeedReasons.SessionEnded);
            var row = await unit.Lease<DirectoryContext>(DisclosureScope.None).Set<QueuedRow>().AsNoTracking().SingleOrDefaultAsync(one => one.QueuedId == id);
            if (row is null || await organisations.FindAsync(row.Source, unit) is not { } school) return (QueueErrors.NoSuchRow, FeedReasons.NoSuchRow);
            return WaitingRows.Reaches(caller, school, clock.GetUtcNow()) ? null : (QueueErrors.NoSuchRow, FeedReasons.RowOfAnother);
        },
        cancellation);

    public async Task<Error> RefuseAsync(AuditEvent entry, Error error)
    {
        await units.RunAsync(unit => trail.AppendAsync(entry, unit), CancellationToken.None);
        return error;
    }
}
