namespace ContactPoint.Matching.Index;

/// <summary>The changes since the base segment was built, by child; the newest change of a child stands. Guarded by its owner's lock.</summary>
internal sealed class DeltaSegment
{
    private readonly Dictionary<Guid, IndexRecord?> _changes = [];

    public int Count => _changes.Count;

    /// <summary>Adds a child or takes the place of the one held.</summary>
    public void Put(IndexRecord record) => _changes[record.Key] = record;

    /// <summary>Takes a child out; a child that is not held is no error.</summary>
    public void Remove(Guid key) => _changes[key] = null;

    public DeltaSegment Copy()
    {
        var copy = new DeltaSegment();
        foreach (var (key, record) in _changes)
            copy._changes[key] = record;
        return copy;
    }

    /// <summary>Drops the changes that a merged base already holds: those that did not change again since.</summary>
    public void Forget(DeltaSegment merged)
    {
        foreach (var (key, record) in merged._changes)
        {
            if (_changes.TryGetValue(key, out var now) && ReferenceEquals(now, record))
                _changes.Remove(key);
        }
    }

    /// <summary>The base with these changes laid over it.</summary>
    public IndexSnapshot Over(ResidentIndex segment)
    {
        if (_changes.Count == 0)
            return new IndexSnapshot(segment);
        var builder = new IndexBuilder();
        var shadowed = new List<int>();
        foreach (var (key, record) in _changes)
        {
            var child = segment.Find(key);
            if (child >= 0)
                shadowed.Add(child);
            if (record is not null)
                builder.Add(record);
        }

        var removals = shadowed.Count == 0 ? null : new Removals(segment, shadowed);
        return new IndexSnapshot([(segment, removals), (builder.Build(), null)], segment.Count - shadowed.Count + builder.Count);
    }

    /// <summary>A new base that holds these changes.</summary>
    public ResidentIndex Into(ResidentIndex segment)
    {
        var builder = new IndexBuilder();
        builder.AddRows(segment, key => !_changes.ContainsKey(key));
        foreach (var record in _changes.Values)
        {
            if (record is not null)
                builder.Add(record);
        }

        return builder.Build();
    }
}
