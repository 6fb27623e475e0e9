using System.Collections.Concurrent;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// Ids that both worlds draw alike. Entries draw from a row of their own: how many ids of nobody a decision draws to fill up its fixed
/// number of candidates is the one thing that must differ, and no caller sees those.
/// </summary>
internal sealed class WorldIds : IIdSource
{
    private readonly ConcurrentDictionary<string, byte> drawn = new();
    private RepeatableIds ids = new("start");
    private RepeatableIds entries = new("start-entries");

    /// <summary>Begins a new row of ids, so that what ran in the background before does not matter.</summary>
    public void Begin(string row) => (ids, entries) = (new RepeatableIds(row), new RepeatableIds(row + "-entries"));

    public Guid NewId()
    {
        var id = ids.NewId();
        drawn.TryAdd(id.ToString(), 0);
        return id;
    }

    public Guid NewOrderedId(DateTimeOffset at) => entries.NewId();

    /// <summary>True for an id that production would have drawn at random, in whatever order.</summary>
    public bool IsDrawn(string id) => drawn.ContainsKey(id);
}
