using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>Rows in order of two name numbers, so that all rows of neighbouring name pairs are found without looking at the others.</summary>
internal sealed class PairOrder
{
    private readonly RowTable _table;
    private readonly PackedNumbers _rows;
    private readonly int[] _starts;
    private readonly bool _byMiddle;

    /// <param name="table">The rows.</param>
    /// <param name="byMiddle">True for family and middle name, false for family and given name.</param>
    /// <param name="rows">The rows in which both names are known, in order.</param>
    /// <param name="starts">Where each family name begins.</param>
    public PairOrder(RowTable table, bool byMiddle, PackedNumbers rows, int[] starts) => (_table, _byMiddle, _rows, _starts) = (table, byMiddle, rows, starts);

    public PackedNumbers Rows => _rows;

    public int[] Starts => _starts;

    /// <summary>Sorts by counting, first by the following name, then by the family name: two passes whatever the size.</summary>
    public static PairOrder Build(RowTable table, bool byMiddle, int names)
    {
        var bySecond = new int[names + 2];
        var starts = new int[names + 2];
        for (var row = 0; row < table.Count; row++)
        {
            var cell = table[row];
            var second = byMiddle ? cell.Middle : cell.Given;
            if (cell.Family == 0 || second == 0)
                continue;
            bySecond[second + 1]++;
            starts[cell.Family + 1]++;
        }

        for (var id = 1; id < starts.Length; id++)
        {
            starts[id] += starts[id - 1];
            bySecond[id] += bySecond[id - 1];
        }

        var between = new int[starts[^1]];
        for (var row = 0; row < table.Count; row++)
        {
            var cell = table[row];
            var second = byMiddle ? cell.Middle : cell.Given;
            if (cell.Family != 0 && second != 0)
                between[bySecond[second]++] = row;
        }

        var next = (int[])starts.Clone();
        var rows = new PackedNumbers(between.Length, table.Count);
        foreach (var row in between)
            rows[next[table[row].Family]++] = row;
        return new PairOrder(table, byMiddle, rows, starts);
    }

    /// <summary>Adds each row whose names both agree, strongest first, leaving out levels that may not get in.</summary>
    /// <param name="first">The leading name.</param>
    /// <param name="second">The following name.</param>
    /// <param name="fits">Whether a pair of levels may still get in.</param>
    /// <param name="sink">Takes the rows.</param>
    public void Collect<TSink>(NameExpansion first, NameExpansion second, Func<NameLevel, NameLevel, bool> fits, ref TSink sink)
        where TSink : struct, IRowSink
    {
        Span<bool> wantedLevels = stackalloc bool[(int)NameLevel.Different + 1];
        var wanted = new int[second.Agreeing.Length];
        for (var level = NameLevel.Exact; level < NameLevel.Different; level++)
        {
            var any = false;
            for (var other = NameLevel.Exact; other < NameLevel.Different; other++)
                any |= wantedLevels[(int)other] = fits(level, other);
            if (!any)
                continue;
            var count = 0;
            foreach (var id in second.Agreeing)
            {
                if (wantedLevels[(int)second[id]])
                    wanted[count++] = id;
            }

            foreach (var id in first.Agreeing)
            {
                if (first[id] != level)
                    continue;
                if (_starts[id + 1] - _starts[id] > 4 * count)
                    Jump(_starts[id], _starts[id + 1], wanted.AsSpan(0, count), ref sink);
                else
                    Walk(_starts[id], _starts[id + 1], second, wantedLevels, ref sink);
            }
        }
    }

    private int Second(int i)
    {
        _table.Names(_rows[i], out _, out var given, out var middle);
        return _byMiddle ? middle : given;
    }

    private void Walk<TSink>(int start, int end, NameExpansion second, ReadOnlySpan<bool> wanted, ref TSink sink)
        where TSink : struct, IRowSink
    {
        for (var i = start; i < end; i++)
        {
            if (wanted[(int)second[Second(i)]])
                sink.Take(_rows[i]);
        }
    }

    // Both lists stand in order: strides that double from where the last name was found, then a search between the last two.
    private void Jump<TSink>(int start, int end, ReadOnlySpan<int> wanted, ref TSink sink)
        where TSink : struct, IRowSink
    {
        foreach (var id in wanted)
        {
            if (start >= end)
                return;
            int low = start, high = start, stride = 1;
            while (high < end && Second(high) < id)
            {
                low = high + 1;
                high += stride;
                stride <<= 1;
            }

            high = Math.Min(high, end);
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (Second(middle) < id)
                    low = middle + 1;
                else
                    high = middle;
            }

            for (start = low; start < end && Second(start) == id; start++)
                sink.Take(_rows[start]);
        }
    }
}

/// <summary>Takes the rows that a candidate generator finds.</summary>
internal interface IRowSink
{
    void Take(int row);
}
