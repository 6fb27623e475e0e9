using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Matching;
using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>The rows of runs: no child's data. Each method works in the unit it is given.</summary>
internal sealed class FeedRuns(IIdSource ids, TimeProvider clock)
{
    /// <summary>Without a sign of life for this long, a run is nobody's.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly FeedRunState[] Unfinished =
        [FeedRunState.Queued, FeedRunState.Applying, FeedRunState.AwaitingApproval, FeedRunState.Interrupted, FeedRunState.Failed];

    public static DbSet<FeedRunRow> All(IUnitOfWork unit) => unit.Lease<DirectoryContext>(DisclosureScope.None).Set<FeedRunRow>();

    public static Task<FeedRunRow?> FindAsync(Guid run, IUnitOfWork unit) => All(unit).AsNoTracking().SingleOrDefaultAsync(row => row.RunId == run);

    /// <summary>The unfinished run of the same file.</summary>
    public static Task<FeedRunRow?> SameFileAsync(Guid source, byte[] mark, IUnitOfWork unit) => All(unit).AsNoTracking()
        .Where(row => row.Source == source && row.FileMark == mark && Unfinished.Contains(row.State)).OrderByDescending(row => row.ReceivedAt).FirstOrDefaultAsync();

    /// <summary>The background run whose turn it is: the oldest that waits, or one whose host has gone silent.</summary>
    public Task<FeedRunRow?> NextAsync(IUnitOfWork unit)
    {
        var silent = clock.GetUtcNow() - Silence;
        return All(unit).AsNoTracking()
            .Where(row => row.IsBackground && (row.State == FeedRunState.Queued || row.State == FeedRunState.Interrupted || (row.State == FeedRunState.Applying && row.BeatAt < silent)))
            .OrderBy(row => row.ReceivedAt).FirstOrDefaultAsync();
    }

    /// <summary>Takes a run up: from now on this runner's batches count and no other's. A full list stands for the older files of its format that were left unfinished; changes alone stand for none.</summary>
    /// <returns>The run; null when another file of the source is being applied.</returns>
    public async ValueTask<FeedRunRow?> TakeUpAsync(Guid run, bool isApproved, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var row = await context.Set<FeedRunRow>().SingleAsync(one => one.RunId == run);
        if (!Unfinished.Contains(row.State)) return row;
        var now = clock.GetUtcNow();
        var others = await context.Set<FeedRunRow>()
            .Where(one => one.Source == row.Source && one.RunId != run && Unfinished.Contains(one.State)).ToListAsync();
        if (others.Exists(one => one.State == FeedRunState.Applying && one.BeatAt > now - Silence)) return null;
        foreach (var other in others.Where(one => row.Semantics == FeedSemantics.Full && one.Format == row.Format && one.ReceivedAt <= row.ReceivedAt))
        {
            (other.State, other.FinishedAt) = (FeedRunState.Superseded, now);
            await FeedStatements.DeleteChunks(unit).Bind(other.RunId).ExecuteNonQueryAsync();
        }

        (row.State, row.Runner, row.BeatAt, row.StartedAt) = (FeedRunState.Applying, ids.NewId(), now, row.StartedAt ?? now);
        (row.ErrorCode, row.ErrorMessage) = (null, null);
        row.IsApproved |= isApproved;
        await context.SaveChangesAsync();
        return row;
    }

    /// <summary>Leaves a run that was given again to the queue.</summary>
    public static async ValueTask<bool> HandToQueueAsync(Guid run, bool isApproved, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var row = await context.Set<FeedRunRow>().SingleAsync(one => one.RunId == run);
        row.IsBackground = true;
        row.IsApproved |= isApproved;
        if (row.State is FeedRunState.Interrupted or FeedRunState.Failed || (row.State == FeedRunState.AwaitingApproval && row.IsApproved)) row.State = FeedRunState.Queued;
        await context.SaveChangesAsync();
        return true;
    }

    /// <summary>Lets a run that waits go on.</summary>
    /// <returns>False when it does not wait.</returns>
    public static async ValueTask<bool> ApproveAsync(Guid run, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var row = await context.Set<FeedRunRow>().SingleOrDefaultAsync(one => one.RunId == run && one.State == FeedRunState.AwaitingApproval);
        if (row is null) return false;
        (row.IsApproved, row.IsBackground, row.State) = (true, true, FeedRunState.Queued);
        await context.SaveChangesAsync();
        return true;
    }

    /// <summary>Changes a run while it is still this runner's.</summary>
    /// <returns>The run as it stands.</returns>
    public async ValueTask<FeedRunRow> ChangeAsync(Guid run, Guid runner, Action<FeedRunRow> change, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var row = await context.Set<FeedRunRow>().SingleAsync(one => one.RunId == run);
        if (row.Runner != runner || row.State != FeedRunState.Applying) return row;
        row.BeatAt = clock.GetUtcNow();
        change(row);
        await context.SaveChangesAsync();
        if (row.FinishedAt is not null) await FeedStatements.DeleteChunks(unit).Bind(run).ExecuteNonQueryAsync();
        return row;
    }

    /// <summary>Lets go of runs that were left unfinished for long, and of their files.</summary>
    public async ValueTask<int> ExpireAsync(TimeSpan kept, IUnitOfWork unit)
    {
        var context = unit.Lease<DirectoryContext>(DisclosureScope.None);
        var now = clock.GetUtcNow();
        var before = now - kept;
        var old = await context.Set<FeedRunRow>().Where(row => row.ReceivedAt < before && Unfinished.Contains(row.State) && row.State != FeedRunState.Applying).ToListAsync();
        foreach (var row in old)
        {
            (row.State, row.FinishedAt) = (FeedRunState.Superseded, now);
            await FeedStatements.DeleteChunks(unit).Bind(row.RunId).ExecuteNonQueryAsync();
        }

        await context.SaveChangesAsync();
        return old.Count;
    }

    /// <summary>What the source's last file of a format says.</summary>
    public static async ValueTask<SourceState> StateAsync(JobPass pass, Guid source, string format, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var rows = new Dictionary<RowKey, Supplied>();
        await using var reader = await FeedStatements.ReadSupplied(unit).Bind(source, format).ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var child = reader.Id(2);
            rows[RowKey.Of(reader.GetFieldValue<byte[]>(0))] = new Supplied(RowKey.Of(reader.GetFieldValue<byte[]>(1)), child == Guid.Empty ? null : new ChildId(child), reader.Id(3));
        }

        return new SourceState(rows);
    }
}
