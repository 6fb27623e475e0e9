using ContactPoint.Directory.Data;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Search;

/// <summary>The index in this process's memory: built from the database, then kept in step by following the change table.</summary>
/// <remarks>
/// A batch is applied whole: readers see all of it or nothing. What was applied is remembered as far back as
/// <see cref="IndexSource.Overlap"/> reaches, so that nothing is applied twice and nothing that commits late is missed. The gate is asked for
/// late: it searches with this index itself.
/// </remarks>
internal sealed class ResidentChildIndex(
    IUnitOfWorkFactory units, IndexSource source, ApartIndex apart, SearchSnapshots snapshots, Func<IRecordGate> gate, ISystemCaller system, TimeProvider clock)
    : IChildIndex, IDisposable
{
    // A batch costs in proportion to what waits, a merge in proportion to the directory.
    private const int MostPending = 5_000;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly JobPasses passes = new(gate, system.CurrentAsync, clock, JobName.IndexBuild);
    private readonly SortedSet<long> applied = [];
    private LayeredIndex index = new(ResidentIndex.Empty);
    private long position;
    private bool built;
    private volatile bool ready;
    private Task merging = Task.CompletedTask;

    public bool IsReady => ready;

    public int Count => index.Count;

    public IReadOnlyList<IndexHit> Find(IndexQuery query, int most, out QueryScorer scorer) => index.Snapshot.Search(query, most, null, out scorer);

    public IReadOnlyList<IndexHit> FindApart(Apart which, IndexQuery query, int most, QueryScorer scorer) => apart.Find(which, query, most, scorer);

    public IReadOnlyList<Guid> FindClosed(DateOnly dateOfBirth, int most) => apart.FindClosed(dateOfBirth, most);

    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (!built) await BuildAsync(cancellation);
            while (await FollowAsync(cancellation))
            {
            }

            // Not before the changes since the snapshot were followed: a child that was concealed meanwhile must not be found, nor count.
            ready = true;
            var upTo = position;
            if (merging.IsCompleted && snapshots.IsDue(upTo)) merging = Task.Run(() => MergeAsync(upTo), CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    // The place is taken before the first page of either: what is written meanwhile is applied again afterwards, which changes nothing. So they may
    // read side by side.
    private async Task BuildAsync(CancellationToken cancellation)
    {
        position = await units.ReadAsync(IndexSource.LastChangeAsync, cancellation);
        await Task.WhenAll(Task.Run(() => apart.BuildAsync(passes.CurrentAsync, cancellation), cancellation), BuildOrdinaryAsync(cancellation));
        built = true;
    }

    private async Task BuildOrdinaryAsync(CancellationToken cancellation)
    {
        if (await snapshots.ReadAsync(units, cancellation) is { } snapshot)
        {
            // The earlier of the two: another process may have kept this snapshot since, and who lies apart was asked for before it.
            (index, position) = (new LayeredIndex(snapshot.Segment), Math.Min(position, snapshot.Position));
        }
        else
        {
            var builder = new IndexBuilder();
            for (Guid? after = Guid.Empty; after is { } from;)
            {
                var pass = await passes.CurrentAsync(cancellation);
                var (records, last) = await units.ReadAsync(unit => source.PageAsync(pass, from, unit), cancellation);
                foreach (var record in records) builder.Add(record);
                after = last;
            }

            index = new LayeredIndex(builder.Build());
        }
    }

    // Beside the searches and the following: what is written meanwhile waits in the delta.
    private async Task MergeAsync(long upTo)
    {
        var segment = index.Merge();
        await snapshots.WriteAsync(units, segment, upTo);
    }

    private async Task<bool> FollowAsync(CancellationToken cancellation)
    {
        var seen = await units.ReadAsync(unit => IndexSource.ChangesAsync(position, unit), cancellation);
        var fresh = seen.Where(change => !applied.Contains(change.Sequence)).ToList();
        if (fresh.Count == 0) return false;

        var pass = await passes.CurrentAsync(cancellation);
        var children = fresh.Select(change => change.Child).Distinct().ToList();
        var records = await units.ReadAsync(unit => source.ReadAsync(pass, children, unit), cancellation);
        await apart.RenewAsync(pass, children, cancellation);
        var present = records.Select(record => record.Key).ToHashSet();
        index.Apply(records, children.Where(child => !present.Contains(child)));
        foreach (var change in fresh) applied.Add(change.Sequence);
        position = Math.Max(position, fresh[^1].Sequence);
        applied.RemoveWhere(sequence => sequence <= position - IndexSource.Overlap);
        if (index.PendingChanges > MostPending && merging.IsCompleted)
        {
            var upTo = position;
            merging = Task.Run(() => MergeAsync(upTo), CancellationToken.None);
        }

        return true;
    }
}
