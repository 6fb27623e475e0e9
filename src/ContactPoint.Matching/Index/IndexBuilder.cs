using System.Runtime.InteropServices;
using ContactPoint.Matching.Identifiers;

namespace ContactPoint.Matching.Index;

/// <summary>Gathers children and builds an immutable segment of them. Not thread-safe; used once.</summary>
public sealed class IndexBuilder
{
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly Dictionary<OutwardCode, int> _outwards = [];
    private readonly List<Draft> _rows = [];
    private readonly List<Child> _children = [];

    /// <summary>How many children were added.</summary>
    public int Count => _children.Count;

    /// <summary>Adds a child. Each key may be added once; a second time shows as an <see cref="InvalidOperationException"/> on building.</summary>
    public void Add(IndexRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        BeginChild(record.Key, record.Tiebreak, record.Area);
        foreach (var row in NameRow.Of(record))
        {
            AddRow(
                row.Family, row.Given, row.Middle, DayNumber.Of(record.DateOfBirth), record.Postcode?.Outward,
                record.Postcode is { } postcode ? Postcode.PackInward(postcode.Inward) : (ushort)0,
                Columns.Pack(record.Gender, row.Kind));
        }
    }

    /// <summary>Builds the segment.</summary>
    public ResidentIndex Build()
    {
        var names = new NameDictionary(_texts, out var ids);
        var districts = _outwards.Keys.ToArray();
        Array.Sort(districts, (a, b) => string.CompareOrdinal(a.Value, b.Value));
        var districtIds = new ushort[districts.Length + 1];
        for (var i = 0; i < districts.Length; i++)
            districtIds[_outwards[districts[i]]] = (ushort)(i + 1);

        _children.Sort((a, b) => a.Key.CompareTo(b.Key));
        var ordinals = new int[_children.Count];
        for (var i = 0; i < _children.Count; i++)
        {
            if (i > 0 && _children[i].Key == _children[i - 1].Key)
                throw new InvalidOperationException("A child was added to the index twice.");
            ordinals[_children[i].Drafted] = i;
        }

        var columns = Lay(ids, districtIds, ordinals);
        return new ResidentIndex(
            names, columns, new PostcodeOrder(districts, columns.Outward, columns.Day),
            [.. _children.Select(child => child.Key)], [.. _children.Select(child => child.Tiebreak)], [.. _children.Select(child => child.Area)]);
    }

    /// <summary>Takes over the children of a segment, all but some.</summary>
    internal void AddRows(ResidentIndex segment, Func<int, bool> keep)
    {
        var rows = segment.Rows;
        var drafted = new int[segment.Count];
        for (var child = 0; child < segment.Count; child++)
        {
            drafted[child] = keep(child) ? _children.Count : -1;
            if (drafted[child] >= 0)
                BeginChild(segment.Key(child), segment.Tiebreak(child), segment.Area(child));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var child = drafted[rows.Child[row]];
            if (child < 0)
                continue;
            OutwardCode? outward = rows.Outward[row] == 0 ? null : segment.Postcodes.Districts[rows.Outward[row] - 1];
            _rows.Add(new Draft(
                Name(segment.Names.Text(rows.Family[row])), Name(segment.Names.Text(rows.Given[row])), Name(segment.Names.Text(rows.Middle[row])),
                child, rows.Day[row], District(outward), rows.Inward[row], rows.Flags[row]));
        }
    }

    private void BeginChild(Guid key, uint tiebreak, ushort area) => _children.Add(new Child(key, tiebreak, area, _children.Count));

    private void AddRow(string family, string given, string middle, ushort day, OutwardCode? outward, ushort inward, byte flags) =>
        _rows.Add(new Draft(Name(family), Name(given), Name(middle), _children.Count - 1, day, District(outward), inward, flags));

    // Counting sort by day: children born on one day stand together, in the order in which they came.
    private Columns Lay(int[] ids, ushort[] districtIds, int[] ordinals)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        var next = new int[DayNumber.Count + 1];
        foreach (ref readonly var row in rows)
            next[row.Day + 1]++;
        for (var day = 1; day < next.Length; day++)
            next[day] += next[day - 1];
        var columns = new Columns
        {
            Family = new int[rows.Length],
            Given = new int[rows.Length],
            Middle = new int[rows.Length],
            Day = new ushort[rows.Length],
            Outward = new ushort[rows.Length],
            Inward = new ushort[rows.Length],
            Flags = new byte[rows.Length],
            Child = new int[rows.Length],
        };
        foreach (ref readonly var row in rows)
        {
            var at = next[row.Day]++;
            columns.Family[at] = row.Family == 0 ? 0 : ids[row.Family - 1];
            columns.Given[at] = row.Given == 0 ? 0 : ids[row.Given - 1];
            columns.Middle[at] = row.Middle == 0 ? 0 : ids[row.Middle - 1];
            columns.Day[at] = row.Day;
            columns.Outward[at] = districtIds[row.Outward];
            columns.Inward[at] = row.Inward;
            columns.Flags[at] = row.Flags;
            columns.Child[at] = ordinals[row.Child];
        }

        return columns;
    }

    private int Name(string text)
    {
        if (text.Length == 0)
            return 0;
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, text, out var known);
        if (!known)
        {
            _texts.Add(text);
            id = _texts.Count;
        }

        return id;
    }

    private ushort District(OutwardCode? outward)
    {
        if (outward is not { } code)
            return 0;
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_outwards, code, out var known);
        if (!known)
            id = _outwards.Count;
        return (ushort)id;
    }

    private readonly record struct Draft(int Family, int Given, int Middle, int Child, ushort Day, ushort Outward, ushort Inward, byte Flags);

    private readonly record struct Child(Guid Key, uint Tiebreak, ushort Area, int Drafted);
}
