namespace ContactPoint.Matching.Index;

/// <summary>An immutable segment of the index: children as packed rows of numbers, names once in a dictionary. Safe for any number of readers.</summary>
/// <remarks>Search it through an <see cref="IndexSnapshot"/>.</remarks>
public sealed class ResidentIndex
{
    private readonly Guid[] _keys;
    private readonly PackedNumbers _byKey;

    /// <param name="names">The dictionary.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="keys">The key of each child.</param>
    /// <param name="byKey">The children in order of key.</param>
    /// <param name="postcodes">The rows by district.</param>
    /// <param name="byFamilyAndGiven">The rows by family and given name.</param>
    /// <param name="byFamilyAndMiddle">The rows by family and middle name.</param>
    internal ResidentIndex(
        NameDictionary names, RowTable rows, Guid[] keys, PackedNumbers byKey, PostcodeOrder postcodes, PairOrder byFamilyAndGiven, PairOrder byFamilyAndMiddle)
    {
        (Names, Rows, _keys, _byKey, Postcodes) = (names, rows, keys, byKey, postcodes);
        (ByFamilyAndGiven, ByFamilyAndMiddle) = (byFamilyAndGiven, byFamilyAndMiddle);
        var counts = new int[3][];
        for (var name = 0; name < counts.Length; name++)
            counts[name] = new int[names.Count + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            counts[0][row.Family]++;
            counts[1][row.Given]++;
            counts[2][row.Middle]++;
        }

        (FamilyCounts, GivenCounts, MiddleCounts) = (PackedNumbers.Of(counts[0]), PackedNumbers.Of(counts[1]), PackedNumbers.Of(counts[2]));
    }

    /// <summary>A segment without children.</summary>
    public static ResidentIndex Empty { get; } = new IndexBuilder().Build();

    /// <summary>How many children the segment holds.</summary>
    public int Count => _keys.Length;

    /// <summary>How many rows: one for each name of each child.</summary>
    public int RowCount => Rows.Count;

    /// <summary>How many distinct names.</summary>
    public int NameCount => Names.Count;

    internal NameDictionary Names { get; }

    internal RowTable Rows { get; }

    internal PostcodeOrder Postcodes { get; }

    internal PairOrder ByFamilyAndGiven { get; }

    internal PairOrder ByFamilyAndMiddle { get; }

    internal PackedNumbers FamilyCounts { get; }

    internal PackedNumbers GivenCounts { get; }

    internal PackedNumbers MiddleCounts { get; }

    internal Guid[] Keys => _keys;

    internal PackedNumbers ByKey => _byKey;

    internal Guid Key(int child) => _keys[child];

    /// <summary>The number of a child, or -1.</summary>
    internal int Find(Guid key)
    {
        int low = 0, high = _byKey.Count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            var order = _keys[_byKey[middle]].CompareTo(key);
            if (order == 0)
                return _byKey[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return -1;
    }
}
