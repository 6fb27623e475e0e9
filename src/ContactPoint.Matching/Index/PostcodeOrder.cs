using System.Collections.Concurrent;
using ContactPoint.Matching.Identifiers;
using ContactPoint.Matching.Model;

namespace ContactPoint.Matching.Index;

/// <summary>The districts of a segment and its rows in order of district and date of birth.</summary>
internal sealed class PostcodeOrder
{
    private readonly RowTable _table;
    private readonly PackedNumbers _rows;
    private readonly int[] _starts;
    private readonly ConcurrentDictionary<OutwardCode, PostcodeLevel[]> _levels = new();
    private readonly ConcurrentDictionary<OutwardCode, bool[]> _neighbours = new();

    /// <param name="table">The rows.</param>
    /// <param name="districts">Distinct districts; number 1 is the first.</param>
    /// <param name="rows">Rows with a district, in order of district and then as they stand.</param>
    /// <param name="starts">Where each district begins.</param>
    public PostcodeOrder(RowTable table, OutwardCode[] districts, PackedNumbers rows, int[] starts)
    {
        (_table, Districts, _rows, _starts) = (table, districts, rows, starts);
        Counts = new int[districts.Length + 1];
        for (var id = 1; id <= districts.Length; id++)
            Counts[id] = starts[id + 1] - starts[id];
        Counts[0] = table.Count - starts[^1];
    }

    public OutwardCode[] Districts { get; }

    /// <summary>Rows by district number; 0 counts the rows without one.</summary>
    public int[] Counts { get; }

    public PackedNumbers Rows => _rows;

    public int[] Starts => _starts;

    public static PostcodeOrder Build(RowTable table, OutwardCode[] districts)
    {
        var starts = new int[districts.Length + 2];
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row].Outward is not 0 and var outward)
                starts[outward + 1]++;
        }

        for (var id = 1; id < starts.Length; id++)
            starts[id] += starts[id - 1];
        var rows = new PackedNumbers(starts[^1], table.Count);
        var next = (int[])starts.Clone();
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row].Outward is not 0 and var outward)
                rows[next[outward]++] = row;
        }

        return new PostcodeOrder(table, districts, rows, starts);
    }

    /// <summary>The number of a district, 0 when nobody lives there.</summary>
    public int Find(OutwardCode district) =>
        Math.Max(0, Array.BinarySearch(Districts, district, Comparer<OutwardCode>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))) + 1);

    /// <summary>How each district compares with one that is asked for. Worked out once for districts that are held: there are 3,000 of them.</summary>
    public PostcodeLevel[] LevelsOf(OutwardCode asked) => Known(_levels, asked, held => PostcodeComparison.District(asked, held));

    /// <summary>Which districts are one slip from one that is asked for.</summary>
    public bool[] NeighboursOf(OutwardCode asked) => Known(_neighbours, asked, held => PostcodeComparison.IsNeighbour(asked, held));

    /// <summary>Adds the rows of a district.</summary>
    public void Collect<TSink>(int district, ref TSink sink)
        where TSink : struct, IRowSink
    {
        for (var i = _starts[district]; i < _starts[district + 1]; i++)
            sink.Take(_rows[i]);
    }

    /// <summary>Adds the rows of one postcode.</summary>
    public void Collect<TSink>(int district, ushort inward, ref TSink sink)
        where TSink : struct, IRowSink
    {
        for (var i = _starts[district]; i < _starts[district + 1]; i++)
        {
            if (_table[_rows[i]].Inward == inward)
                sink.Take(_rows[i]);
        }
    }

    // Kept for districts that are held alone: what is typed may be anything, and memory stays bounded.
    private T[] Known<T>(ConcurrentDictionary<OutwardCode, T[]> kept, OutwardCode asked, Func<OutwardCode, T> compare)
    {
        if (kept.TryGetValue(asked, out var known))
            return known;
        var made = new T[Districts.Length + 1];
        for (var id = 1; id < made.Length; id++)
            made[id] = compare(Districts[id - 1]);
        if (Find(asked) != 0)
            kept[asked] = made;
        return made;
    }
}
