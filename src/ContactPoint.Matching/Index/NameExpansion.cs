using ContactPoint.Matching.Names;

namespace ContactPoint.Matching.Index;

/// <summary>The level of every name of a dictionary against one query name, and the numbers of those that agree.</summary>
internal sealed class NameExpansion
{
    private readonly List<int> _agreeing = [];

    public NameExpansion(int size)
    {
        Levels = GC.AllocateUninitializedArray<NameLevel>(size);
        Levels.AsSpan().Fill(NameLevel.Different);
        Levels[0] = NameLevel.Missing;
    }

    /// <summary>Every name compared with the query, without a dictionary's structures.</summary>
    public NameExpansion(NameQuery query, NameForm?[] names)
        : this(names.Length)
    {
        for (var id = 1; id < names.Length; id++)
        {
            if (query.Level(names[id]) is not NameLevel.Different and var level)
                Note(id, level);
        }
    }

    /// <summary>By name number.</summary>
    public NameLevel[] Levels { get; }

    /// <summary>In order of number, once <see cref="Close"/> was called.</summary>
    public IReadOnlyList<int> Agreeing => _agreeing;

    /// <summary>Levels are numbered strongest first, so the least number wins, as in the comparison of a pair.</summary>
    public void Note(int id, NameLevel level)
    {
        if (Levels[id] == NameLevel.Different)
            _agreeing.Add(id);
        if (level < Levels[id])
            Levels[id] = level;
    }

    public void Close() => _agreeing.Sort();
}
