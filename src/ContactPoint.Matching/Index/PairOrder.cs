namespace ContactPoint.Matching.Index;

/// <summary>Rows in order of two name numbers, so that all rows of neighbouring name pairs are found without looking at the others.</summary>
internal sealed class PairOrder
{
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly int[] _second;

    /// <summary>Rows in which both names are known.</summary>
    /// <param name="first">The leading name of each row.</param>
    /// <param name="second">The following name of each row.</param>
    /// <param name="names">The greatest name number.</param>
    public PairOrder(int[] first, int[] second, int names)
    {
        _second = second;
        _starts = new int[names + 2];
        var count = 0;
        for (var row = 0; row < first.Length; row++)
            count += first[row] != 0 && second[row] != 0 ? 1 : 0;
        _rows = new int[count];
        var keys = new ulong[count];
        for (int row = 0, i = 0; row < first.Length; row++)
        {
            if (first[row] == 0 || second[row] == 0)
                continue;
            keys[i] = ((ulong)(uint)first[row] << 32) | (uint)second[row];
            _rows[i++] = row;
            _starts[first[row] + 1]++;
        }

        Array.Sort(keys, _rows);
        for (var id = 1; id < _starts.Length; id++)
            _starts[id] += _starts[id - 1];
    }

    public long Bytes => 4L * (_rows.Length + _starts.Length);

    /// <summary>Adds each row whose names both agree.</summary>
    public void Collect<TSink>(NameExpansion first, NameExpansion second, ref TSink sink)
        where TSink : struct, IRowSink
    {
        foreach (var id in first.Agreeing)
        {
            var start = _starts[id];
            var end = _starts[id + 1];
            if (end - start > 12 * second.Agreeing.Count)
                Jump(start, end, second.Agreeing, ref sink);
            else
                Walk(start, end, second, ref sink);
        }
    }

    private void Walk<TSink>(int start, int end, NameExpansion second, ref TSink sink)
        where TSink : struct, IRowSink
    {
        for (var i = start; i < end; i++)
        {
            if (Model.RowLevels.Agrees(second.Levels[_second[_rows[i]]]))
                sink.Take(_rows[i]);
        }
    }

    private void Jump<TSink>(int start, int end, IReadOnlyList<int> wanted, ref TSink sink)
        where TSink : struct, IRowSink
    {
        for (var w = 0; w < wanted.Count && start < end; w++)
        {
            int low = start, high = end;
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (_second[_rows[middle]] < wanted[w])
                    low = middle + 1;
                else
                    high = middle;
            }

            for (start = low; start < end && _second[_rows[start]] == wanted[w]; start++)
                sink.Take(_rows[start]);
        }
    }
}

/// <summary>Takes the rows that a candidate generator finds.</summary>
internal interface IRowSink
{
    void Take(int row);
}
