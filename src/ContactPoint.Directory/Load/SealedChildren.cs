namespace ContactPoint.Directory.Load;

/// <summary>Rows of new records, sealed and ready to be written. Nothing in them can be read without the keys.</summary>
/// <remarks>Disposed of when they are committed: their memory is used again. Not before, for a unit may be run a second time.</remarks>
public sealed class SealedChildren : IDisposable
{
    internal SealedChildren(int count, IReadOnlyDictionary<LoadTable, PackedRows> rows)
    {
        Count = count;
        Rows = rows;
    }

    /// <summary>How many children.</summary>
    public int Count { get; }

    internal IReadOnlyDictionary<LoadTable, PackedRows> Rows { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        foreach (var rows in Rows.Values) rows.Dispose();
    }
}
