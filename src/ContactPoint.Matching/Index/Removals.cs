namespace ContactPoint.Matching.Index;

/// <summary>Children of a segment that no longer count, and by how much each frequency falls for it: scores are as if they had never been there.</summary>
internal sealed class Removals
{
    private readonly ulong[] _children;
    private readonly Dictionary<int, int> _family = [];
    private readonly Dictionary<int, int> _given = [];
    private readonly Dictionary<int, int> _middle = [];
    private readonly Dictionary<int, int> _outward = [];

    public Removals(ResidentIndex segment, IEnumerable<int> children)
    {
        _children = new ulong[(segment.Count + 63) / 64];
        foreach (var child in children)
            _children[child >> 6] |= 1UL << (child & 63);
        var rows = segment.Rows;
        for (var row = 0; row < rows.Count; row++)
        {
            if (!Contains(rows.Child[row]))
                continue;
            Rows++;
            Add(_family, rows.Family[row]);
            Add(_given, rows.Given[row]);
            Add(_middle, rows.Middle[row]);
            Add(_outward, rows.Outward[row]);
        }
    }

    public int Rows { get; }

    public bool Contains(int child) => (_children[child >> 6] >> (child & 63) & 1) != 0;

    public int Family(int id) => _family.GetValueOrDefault(id);

    public int Given(int id) => _given.GetValueOrDefault(id);

    public int Middle(int id) => _middle.GetValueOrDefault(id);

    public int Outward(int id) => _outward.GetValueOrDefault(id);

    private static void Add(Dictionary<int, int> counts, int id) => counts[id] = counts.GetValueOrDefault(id) + 1;
}
