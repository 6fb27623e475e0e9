using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Matching.Index;

/// <summary>The districts of a segment and its rows in order of district and date of birth.</summary>
internal sealed class PostcodeOrder
{
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly ushort[] _days;

    /// <param name="districts">Distinct districts; number 1 is the first.</param>
    /// <param name="outwards">The district number of each row, 0 for none. Rows stand in order of date of birth.</param>
    /// <param name="days">The day number of each row.</param>
    public PostcodeOrder(OutwardCode[] districts, ushort[] outwards, ushort[] days)
    {
        Districts = districts;
        _days = days;
        Counts = new int[districts.Length + 1];
        foreach (var outward in outwards)
            Counts[outward]++;
        _starts = new int[districts.Length + 2];
        for (var id = 1; id <= districts.Length; id++)
            _starts[id + 1] = _starts[id] + Counts[id];
        _rows = new int[_starts[^1]];
        var next = (int[])_starts.Clone();
        for (var row = 0; row < outwards.Length; row++)
        {
            if (outwards[row] != 0)
                _rows[next[outwards[row]]++] = row;
        }
    }

    public OutwardCode[] Districts { get; }

    /// <summary>Rows by district number; 0 counts the rows without one.</summary>
    public int[] Counts { get; }

    public long Bytes => 4L * _rows.Length;

    /// <summary>Adds the rows of a district born within the band, and those without a date.</summary>
    public void Collect<TSink>(int district, ushort firstDay, ushort lastDay, ref TSink sink)
        where TSink : struct, IRowSink
    {
        var end = _starts[district + 1];
        var i = _starts[district];
        for (; i < end && _days[_rows[i]] == 0; i++)
            sink.Take(_rows[i]);
        for (i = FirstFrom(i, end, firstDay); i < end && _days[_rows[i]] <= lastDay; i++)
            sink.Take(_rows[i]);
    }

    private int FirstFrom(int low, int high, ushort day)
    {
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_days[_rows[middle]] < day)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
