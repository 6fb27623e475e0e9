namespace ContactPoint.Matching.Index;

/// <summary>Children of a segment that no longer count, and by how much each frequency falls for it: scores are as if they had never been there.</summary>
internal sealed class Removals
{
    private readonly HashSet<int> _children = [];
    private readonly Dictionary<int, int> _family = [];
    private readonly Dictionary<int, int> _given = [];
    private readonly Dictionary<int, int> _middle = [];
    private readonly Dictionary<int, int> _outward = [];

    public Removals(ResidentIndex segment, IEnumerable<int> children)
    {
        foreach (var child in children)
        {
            _children.Add(child);
            var (start, end) = segment.Rows.RowsOf(child);
            for (var i = start; i < end; i++)
            {
                var row = segment.Rows[i];
                Rows++;
                Add(_family, row.Family);
                Add(_given, row.Given);
                Add(_middle, row.Middle);
                Add(_outward, row.Outward);
            }
        }
    }

    public int Rows { get; }

    public bool Contains(int child) => _children.Contains(child);

    public int Family(int id) => _family.GetValueOrDefault(id);

    public int Given(int id) => _given.GetValueOrDefault(id);

    public int Middle(int id) => _middle.GetValueOrDefault(id);

    public int Outward(int id) => _outward.GetValueOrDefault(id);

    private static void Add(Dictionary<int, int> counts, int id) => counts[id] = counts.GetValueOrDefault(id) + 1;
}
