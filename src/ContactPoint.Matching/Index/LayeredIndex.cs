namespace ContactPoint.Matching.Index;

/// <summary>The index that a node keeps: a large base segment, a small delta over it, and a snapshot that readers take without waiting.</summary>
/// <remarks>
/// Writers wait for one another, readers for nobody. A batch costs in proportion to the delta, not to the base; <see cref="Merge"/> folds the
/// delta into a new base beside the running searches and writes. Answers do not depend on whether or when a merge ran.
/// </remarks>
public sealed class LayeredIndex
{
    private readonly Lock _writing = new();
    private readonly Lock _merging = new();
    private ResidentIndex _base;
    private DeltaSegment _delta = new();
    private volatile IndexSnapshot _snapshot;

    /// <summary>Starts on a segment; <see cref="ResidentIndex.Empty"/> where there is none yet.</summary>
    public LayeredIndex(ResidentIndex segment)
    {
        _base = segment;
        _snapshot = new IndexSnapshot(segment);
    }

    /// <summary>The newest view. A reader that asks twice and must see one state keeps the snapshot.</summary>
    public IndexSnapshot Snapshot => _snapshot;

    /// <summary>How many children can be found.</summary>
    public int Count => _snapshot.Count;

    /// <summary>How many changes wait in the delta; a measure of when to merge.</summary>
    public int PendingChanges
    {
        get
        {
            lock (_writing)
                return _delta.Count;
        }
    }

    /// <summary>Searches the newest view.</summary>
    public IReadOnlyList<IndexHit> Search(IndexQuery query, int limit = IndexSnapshot.Candidates) => _snapshot.Search(query, limit);

    /// <summary>Adds or replaces one child.</summary>
    public void Put(IndexRecord record) => Apply([record], []);

    /// <summary>Takes one child out; a child that is not held is no error.</summary>
    public void Remove(Guid key) => Apply([], [key]);

    /// <summary>Applies a batch; readers see all of it or nothing. A key in both lists ends removed.</summary>
    public void Apply(IEnumerable<IndexRecord> put, IEnumerable<Guid> removed)
    {
        ArgumentNullException.ThrowIfNull(put);
        ArgumentNullException.ThrowIfNull(removed);
        lock (_writing)
        {
            var delta = _delta.Copy();
            foreach (var record in put)
                delta.Put(record);
            foreach (var key in removed)
                delta.Remove(key);

            // Made before it is kept: a record that cannot be indexed leaves the state as it was.
            _snapshot = delta.Over(_base);
            _delta = delta;
        }
    }

    /// <summary>Folds the delta into a new base, which is given back. Writes that come meanwhile are kept.</summary>
    public ResidentIndex Merge()
    {
        lock (_merging)
        {
            DeltaSegment merged;
            ResidentIndex before;
            lock (_writing)
                (merged, before) = (_delta, _base);
            if (merged.Count == 0)
                return before;
            var after = merged.Into(before);
            lock (_writing)
            {
                var delta = _delta.Copy();
                delta.Forget(merged);
                _snapshot = delta.Over(after);
                (_base, _delta) = (after, delta);
            }

            return after;
        }
    }
}
