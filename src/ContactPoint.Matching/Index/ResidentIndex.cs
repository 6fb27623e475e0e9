namespace ContactPoint.Matching.Index;

/// <summary>An immutable segment of the index: children as columns of numbers, names once in a dictionary. Safe for any number of readers.</summary>
/// <remarks>Search it through an <see cref="IndexSnapshot"/>.</remarks>
public sealed class ResidentIndex
{
    private readonly Guid[] _keys;
    private readonly uint[] _tiebreaks;
    private readonly ushort[] _areas;
    private readonly int[] _dayStarts;

    internal ResidentIndex(NameDictionary names, Columns rows, PostcodeOrder postcodes, Guid[] keys, uint[] tiebreaks, ushort[] areas)
    {
        Names = names;
        Rows = rows;
        Postcodes = postcodes;
        _keys = keys;
        _tiebreaks = tiebreaks;
        _areas = areas;
        ByFamilyAndGiven = new PairOrder(rows.Family, rows.Given, names.Count);
        ByFamilyAndMiddle = new PairOrder(rows.Family, rows.Middle, names.Count);
        FamilyCounts = Occurrences(rows.Family, names.Count);
        GivenCounts = Occurrences(rows.Given, names.Count);
        MiddleCounts = Occurrences(rows.Middle, names.Count);
        _dayStarts = new int[DayNumber.Count + 1];
        foreach (var day in rows.Day)
            _dayStarts[day + 1]++;
        for (var day = 1; day < _dayStarts.Length; day++)
            _dayStarts[day] += _dayStarts[day - 1];
        NoLevels = new Names.NameLevel[names.Count + 1];
    }

    /// <summary>A segment without children.</summary>
    public static ResidentIndex Empty { get; } = new IndexBuilder().Build();

    /// <summary>How many children the segment holds.</summary>
    public int Count => _keys.Length;

    /// <summary>How many rows: one for each name of each child.</summary>
    public int RowCount => Rows.Count;

    /// <summary>About how many bytes the columns and orders take; names and fixed tables not counted.</summary>
    public long Bytes => ((long)Rows.Count * Columns.BytesPerRow) + (_keys.Length * (16L + 4 + 2))
        + ByFamilyAndGiven.Bytes + ByFamilyAndMiddle.Bytes + Postcodes.Bytes;

    internal NameDictionary Names { get; }

    internal Columns Rows { get; }

    internal PostcodeOrder Postcodes { get; }

    internal PairOrder ByFamilyAndGiven { get; }

    internal PairOrder ByFamilyAndMiddle { get; }

    internal int[] FamilyCounts { get; }

    internal int[] GivenCounts { get; }

    internal int[] MiddleCounts { get; }

    /// <summary>"Missing" for every name: stands in where a name was not asked for.</summary>
    internal Names.NameLevel[] NoLevels { get; }

    internal Guid Key(int child) => _keys[child];

    internal uint Tiebreak(int child) => _tiebreaks[child];

    internal ushort Area(int child) => _areas[child];

    internal (int Start, int End) Born(ushort day) => (_dayStarts[day], _dayStarts[day + 1]);

    /// <summary>The number of a child, or -1.</summary>
    internal int Find(Guid key) => Math.Max(-1, Array.BinarySearch(_keys, key));

    private static int[] Occurrences(int[] column, int names)
    {
        var counts = new int[names + 1];
        foreach (var id in column)
            counts[id]++;
        return counts;
    }
}
