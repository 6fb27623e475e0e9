using ContactPoint.Directory.Feeds.Reading;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Feeds.Matching;

/// <summary>What a row of the source's last file stands for.</summary>
/// <param name="Content">What it said.</param>
/// <param name="Child">The child; null while a steward has not decided.</param>
/// <param name="ChangedRun">The run in which it last said something new.</param>
internal sealed record Supplied(RowKey Content, ChildId? Child, Guid ChangedRun);

/// <summary>The source's last file as it stands in the database, with what this run has committed to it so far.</summary>
/// <param name="rows">Row by row.</param>
internal sealed class SourceState(Dictionary<RowKey, Supplied> rows)
{
    private readonly Dictionary<ChildId, RowKey> byChild = rows.Where(row => row.Value.Child is not null).GroupBy(row => row.Value.Child!.Value)
        .ToDictionary(same => same.Key, same => same.Min(row => row.Key));

    public IReadOnlyDictionary<RowKey, Supplied> Rows => rows;

    /// <summary>The row that stands for a child; null when none does.</summary>
    public RowKey? RowOf(ChildId child) => byChild.TryGetValue(child, out var key) ? key : null;

    /// <summary>The rows of the last file that rows of this one go on, under whatever key. Asked before anything is applied.</summary>
    public HashSet<RowKey> Claimed(FilePlan plan) =>
        [.. plan.Rows.Where(row => row.Kind == PlannedKind.Valid).Select(row => Find(row, plan)).OfType<RowKey>()];

    /// <summary>The key under which the last file had this row: its own, else that of its former UPN, else that of its name.</summary>
    public RowKey? Find(PlannedRow row, FilePlan plan)
    {
        if (rows.ContainsKey(row.Key)) return row.Key;
        if (row.Former != default && rows.ContainsKey(row.Former) && !plan.About.Contains(row.Former)) return row.Former;
        return row.Named != default && rows.ContainsKey(row.Named) && !plan.About.Contains(row.Named) ? row.Named : null;
    }

    /// <param name="key">The row.</param>
    /// <param name="row">What it says.</param>
    /// <param name="seen">For a held row, the record that it would stand for without the shielded child: later rows of the file go as they would then.</param>
    public void Put(RowKey key, Supplied row, ChildId? seen)
    {
        rows[key] = row;
        if (seen is { } other) byChild[other] = key;
        if (row.Child is { } child) byChild[child] = key;
    }

    public void Remove(RowKey key)
    {
        if (!rows.Remove(key, out var gone) || gone.Child is not { } child || !byChild.TryGetValue(child, out var held) || held != key) return;
        byChild.Remove(child);
    }
}
