using System.Collections.Concurrent;
using System.Collections.Immutable;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.Extensions.Logging;

namespace ContactPoint.Directory.Search;

/// <summary>
/// Small indexes of the children whom the ordinary one leaves out or cuts down. They propose and no more: weights, frequencies and population stay
/// those of the ordinary index, so that nobody's score depends on a child who is hidden from them (I-01, I-08).
/// </summary>
internal sealed partial class ApartIndex(IUnitOfWorkFactory units, ApartSource source, ILogger<ApartIndex> logger)
{
    // A roll that is a year out is not rare; one that is further out is: seven of a thousand (MatchModel: OneDigitOfYear, WrongYear, Different).
    private const int YearSlip = 1;

    // Ids that tell the time lie close together and others far off: many ranges, so that no reader is left with nearly all children.
    private const int Ranges = 16;
    private const int Readers = 2;
    private const int PageSize = 1_000;

    private readonly Layer shielded = new();
    private readonly Layer provisional = new();
    private volatile ImmutableSortedDictionary<Guid, int> closed = ImmutableSortedDictionary<Guid, int>.Empty;

    /// <summary>Reads all who lie apart. The place from which changes are followed must have been taken before: each page is of a later moment, and what was
    /// written or shielded in between is read again by <see cref="RenewAsync"/>, whatever page had it.</summary>
    public async Task BuildAsync(Func<CancellationToken, ValueTask<JobPass>> pass, CancellationToken cancellation)
    {
        var ranges = new ConcurrentQueue<IdRange>(await units.ReadAsync(unit => ApartSource.RangesAsync(Ranges, unit), cancellation));
        var read = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ShieldedAsync(ranges, pass, cancellation), cancellation)));
        Apply([.. read.SelectMany(records => records), .. await ProvisionalAsync(pass, cancellation)], []);
        shielded.Merge();
        provisional.Merge();
    }

    /// <summary>Reads children again that were written or shielded.</summary>
    public async Task RenewAsync(JobPass pass, IReadOnlyList<Guid> children, CancellationToken cancellation) =>
        Apply(await units.ReadAsync(unit => source.ReadAsync(pass, children, unit), cancellation), children);

    /// <summary>The best for a query, scored as the ordinary index scores; best first.</summary>
    public IReadOnlyList<IndexHit> Find(Apart which, IndexQuery query, int most, QueryScorer scorer) =>
        (which == Apart.Shielded ? shielded : provisional).Find(query, most, scorer);

    /// <summary>Shielded children whose identity does not open and who may have been born then, a few at most: names cannot rule them out (SHD-6).</summary>
    public IReadOnlyList<Guid> FindClosed(DateOnly dateOfBirth, int most) =>
        [.. closed.Where(child => Math.Abs(child.Value - dateOfBirth.Year) <= YearSlip).Take(most).Select(child => child.Key)];

    private async Task<List<ApartRecord>> ShieldedAsync(ConcurrentQueue<IdRange> ranges, Func<CancellationToken, ValueTask<JobPass>> pass, CancellationToken cancellation)
    {
        var found = new List<ApartRecord>();
        while (ranges.TryDequeue(out var range))
        {
            for (IdRange? rest = range; rest is { } left;)
            {
                var current = await pass(cancellation);
                (var records, rest) = await units.ReadAsync(unit => source.PageAsync(current, left, unit), cancellation);
                found.AddRange(records);
            }
        }

        return found;
    }

    private async Task<List<ApartRecord>> ProvisionalAsync(Func<CancellationToken, ValueTask<JobPass>> pass, CancellationToken cancellation)
    {
        var first = await pass(cancellation);
        var found = new List<ApartRecord>();
        foreach (var children in (await units.ReadAsync(unit => ApartSource.ProvisionalAsync(first, unit), cancellation)).Chunk(PageSize))
        {
            var current = await pass(cancellation);
            found.AddRange(await units.ReadAsync(unit => source.ReadAsync(current, children, unit), cancellation));
        }

        return found;
    }

    private void Apply(List<ApartRecord> records, IReadOnlyList<Guid> children)
    {
        shielded.Apply([.. records.Select(record => record.Shielded).OfType<IndexRecord>()], children);
        provisional.Apply([.. records.Select(record => record.Provisional).OfType<IndexRecord>()], children);
        var unread = records.Select(record => record.Closed).OfType<ClosedChild>().ToList();
        if (unread.Exists(child => !closed.ContainsKey(child.Child))) LogClosed();
        if (unread.Count > 0 || closed.Count > 0)
            closed = closed.RemoveRange(children).SetItems(unread.Select(child => KeyValuePair.Create(child.Child, child.BirthYear)));
    }

    // Neither who nor how many: an operator's log is no place to count shielded children.
    [LoggerMessage(2104, LogLevel.Error, "The record of a shielded child does not open: new rows of feeds that may mean it are held. See the runbook.")]
    private partial void LogClosed();

    private sealed class Layer
    {
        private const int MostPending = 2_000;

        private readonly LayeredIndex index = new(ResidentIndex.Empty);
        private volatile ImmutableDictionary<Guid, IndexRecord> records = ImmutableDictionary<Guid, IndexRecord>.Empty;

        public void Apply(List<IndexRecord> put, IReadOnlyList<Guid> children)
        {
            var present = put.Select(record => record.Key).ToHashSet();
            var gone = children.Where(child => !present.Contains(child) && records.ContainsKey(child)).ToList();
            if (put.Count + gone.Count == 0) return;
            records = records.RemoveRange(gone).SetItems(put.Select(record => KeyValuePair.Create(record.Key, record)));
            index.Apply(put, gone);
            if (index.PendingChanges > MostPending) Merge();
        }

        public void Merge() => index.Merge();

        public IReadOnlyList<IndexHit> Find(IndexQuery query, int most, QueryScorer scorer)
        {
            var known = records;
            return [.. index.Snapshot.SearchAgain(query, most, scorer).Select(hit => known.TryGetValue(hit.Key, out var record) ? scorer.Score(record) : null)
                .OfType<IndexHit>().OrderByDescending(hit => hit.Score.Bits)];
        }
    }
}
