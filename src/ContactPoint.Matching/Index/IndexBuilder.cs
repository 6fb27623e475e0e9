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
    private readonly List<Guid> _children = [];

    /// <summary>How many children were added.</summary>
    public int Count => _children.Count;

    /// <summary>Adds a child. Each key may be added once; a second time shows as an <see cref="InvalidOperationException"/> on building.</summary>
    public void Add(IndexRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _children.Add(record.Key);
        var first = true;
        foreach (var row in NameRow.Of(record))
        {
            var district = record.Postcode is { } postcode ? District(postcode.Outward) : 0;
            var inward = district == 0 ? 0 : Postcode.PackInward(record.Postcode!.Value.Inward);
            var cell = new Row(Name(row.Family), Name(row.Given), Name(row.Middle), district, inward, Row.Pack(record.Gender, row.Kind));
            _rows.Add(new Draft(cell, _children.Count - 1, DayNumber.Of(record.DateOfBirth), first));
            first = false;
        }
    }

    /// <summary>Builds the segment.</summary>
    public ResidentIndex Build()
    {
        if (_texts.Count > RowTable.MostNames)
            throw new InvalidOperationException("More than sixteen million distinct names: the rows of the index cannot number them.");
        var names = NameDictionary.Of(_texts, out var ids);
        var districts = _outwards.Keys.ToArray();
        Array.Sort(districts, (a, b) => string.CompareOrdinal(a.Value, b.Value));
        var districtIds = new int[districts.Length + 1];
        for (var i = 0; i < districts.Length; i++)
            districtIds[_outwards[districts[i]]] = i + 1;
        var rows = Lay(ids, districtIds, out var keys);
        return new ResidentIndex(
            names, rows, keys, Sort(keys), PostcodeOrder.Build(rows, districts),
            PairOrder.Build(rows, byMiddle: false, names.Count), PairOrder.Build(rows, byMiddle: true, names.Count));
    }

    /// <summary>Takes over the children of a segment, all but some.</summary>
    internal void AddRows(ResidentIndex segment, Func<Guid, bool> keep)
    {
        var names = new int[segment.NameCount + 1];
        var districts = new int[segment.Postcodes.Districts.Length + 1];
        for (int row = 0, child = -1; row < segment.RowCount; row++)
        {
            var begins = segment.Rows.Child(row) != child;
            if (begins)
            {
                child++;
                if (keep(segment.Key(child)))
                    _children.Add(segment.Key(child));
                else
                    row = segment.Rows.RowsOf(child).End - 1;
                if (_children.Count == 0 || _children[^1] != segment.Key(child))
                    continue;
            }

            var held = segment.Rows[row];
            var cell = held with
            {
                Family = Renumbered(names, held.Family, segment),
                Given = Renumbered(names, held.Given, segment),
                Middle = Renumbered(names, held.Middle, segment),
                Outward = held.Outward == 0 ? 0 : districts[held.Outward] is not 0 and var known ? known : districts[held.Outward] = District(segment.Postcodes.Districts[held.Outward - 1]),
            };
            _rows.Add(new Draft(cell, _children.Count - 1, segment.Rows.Day(row), begins));
        }
    }

    private int Renumbered(int[] names, int id, ResidentIndex segment)
    {
        if (id == 0)
            return 0;
        ref var name = ref names[id];
        return name != 0 ? name : name = Name(segment.Names.Text(id));
    }

    // Counting sort by day: children born on one day stand together, in the order in which they came, each with its rows side by side.
    private RowTable Lay(int[] ids, int[] districtIds, out Guid[] keys)
    {
        var drafts = CollectionsMarshal.AsSpan(_rows);
        ushort first = ushort.MaxValue, last = 0;
        foreach (ref readonly var draft in drafts)
        {
            if (draft.Day == 0)
                continue;
            first = Math.Min(first, draft.Day);
            last = Math.Max(last, draft.Day);
        }

        first = Math.Min(first, Math.Max(last, (ushort)1));
        var starts = new int[Math.Max(0, last - first + 1) + 1];
        foreach (ref readonly var draft in drafts)
        {
            if (draft.Day == 0)
                starts[0]++;
            else
                starts[draft.Day - first + 1]++;
        }

        for (var day = 1; day < starts.Length; day++)
            starts[day] += starts[day - 1];

        // Those without a date stand before the first day: the first day's begin is their number.
        var next = (int[])starts.Clone();
        var undated = 0;
        var cells = RowTable.Room(drafts.Length);
        var begins = new ulong[(drafts.Length + 63) / 64];
        var childAt = new int[drafts.Length];
        foreach (ref readonly var draft in drafts)
        {
            var at = draft.Day == 0 ? undated++ : next[draft.Day - first]++;
            var row = draft.Cell;
            RowTable.Write(cells, at, row with { Family = Renumbered(ids, row.Family), Given = Renumbered(ids, row.Given), Middle = Renumbered(ids, row.Middle), Outward = districtIds[row.Outward] });
            childAt[at] = draft.Child;
            if (draft.Begins)
                begins[at / 64] |= 1UL << (at % 64);
        }

        keys = new Guid[_children.Count];
        for (int row = 0, child = 0; row < childAt.Length; row++)
        {
            if (((begins[row / 64] >> (row % 64)) & 1) != 0)
                keys[child++] = _children[childAt[row]];
        }

        return new RowTable(drafts.Length, cells, new DayTable(first, starts), begins);
    }

    private static int Renumbered(int[] ids, int id) => id == 0 ? 0 : ids[id - 1];

    private static PackedNumbers Sort(Guid[] keys)
    {
        var sorted = (Guid[])keys.Clone();
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
                throw new InvalidOperationException("A child was added to the index twice.");
        }

        var packed = new PackedNumbers(order.Length, order.Length);
        for (var i = 0; i < order.Length; i++)
            packed[i] = order[i];
        return packed;
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

    // There are 3,000 districts. Past what a row can number, which only made-up postcodes reach, a child counts as without a postcode.
    private int District(OutwardCode code)
    {
        if (_outwards.TryGetValue(code, out var id))
            return id;
        if (_outwards.Count == RowTable.MostDistricts)
            return 0;
        _outwards.Add(code, id = _outwards.Count + 1);
        return id;
    }

    private readonly record struct Draft(Row Cell, int Child, ushort Day, bool Begins);
}
