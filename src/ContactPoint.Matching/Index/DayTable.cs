namespace ContactPoint.Matching.Index;

/// <summary>Which rows were born on which day, for rows that stand in order of day; those without a date stand first.</summary>
internal sealed class DayTable
{
    private const int Block = 64;

    private readonly int _first;
    private readonly int[] _starts;
    private readonly ushort[] _blocks;

    /// <param name="first">The earliest day number there is, 1 or more.</param>
    /// <param name="starts">Where each day from it on begins, and the end: the rows before the first begin have no date.</param>
    public DayTable(int first, int[] starts)
    {
        (_first, _starts) = (first, starts);
        var rows = starts[^1];
        _blocks = new ushort[(rows / Block) + 2];
        var at = 0;
        for (var block = 0; block < _blocks.Length; block++)
        {
            while (at < starts.Length - 1 && starts[at + 1] <= (long)block * Block)
                at++;
            _blocks[block] = (ushort)at;
        }
    }

    public int First => _first;

    public int[] Starts => _starts;

    public (int Start, int End) Born(int day)
    {
        if (day == 0)
            return (0, _starts[0]);
        var at = day - _first;
        return at < 0 || at >= _starts.Length - 1 ? (0, 0) : (_starts[at], _starts[at + 1]);
    }

    /// <summary>The first row born on a day or later.</summary>
    public int From(int day) => _starts[Math.Clamp(day - _first, 0, _starts.Length - 1)];

    public ushort DayOf(int row)
    {
        if (row < _starts[0])
            return 0;
        int low = _blocks[row / Block], high = _blocks[(row / Block) + 1];
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_starts[middle + 1] <= row)
                low = middle + 1;
            else
                high = middle;
        }

        return (ushort)(_first + low);
    }
}
