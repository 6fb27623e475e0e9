namespace ContactPoint.Directory.Load;

/// <summary>Rows of new records, sealed and ready to be written. Nothing in them can be read without the keys.</summary>
public sealed class SealedChildren
{
    internal SealedChildren(int count, IReadOnlyDictionary<LoadTable, List<object?[]>> rows)
    {
        Count = count;
        Rows = rows;
    }

    /// <summary>How many children.</summary>
    public int Count { get; }

    internal IReadOnlyDictionary<LoadTable, List<object?[]>> Rows { get; }
}
