using ContactPoint.Directory.Data;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Search;

/// <summary>The rows of one child that lie apart.</summary>
/// <param name="Shielded">With all names and places, when the child is shielded.</param>
/// <param name="Provisional">As its supplier may find it, when the record is provisional.</param>
/// <param name="Closed">When the child is shielded and her identity does not open.</param>
internal sealed record ApartRecord(IndexRecord? Shielded, IndexRecord? Provisional, ClosedChild? Closed = null);

/// <summary>A shielded child whose names do not open: what is left to know her by.</summary>
/// <param name="Child">The child.</param>
/// <param name="BirthYear">As it stands beside the sealed identity.</param>
internal sealed record ClosedChild(Guid Child, int BirthYear);

/// <summary>Reads the children who lie apart from the ordinary index, under a job's pass. Shields are sealed, so all children are asked for; few are unsealed.</summary>
internal sealed class ApartSource(SealedDocuments documents, IShieldRegister shields)
{
    // Ids alone, in their own order: the primary key answers it on either database, and SQLite reads 29 bytes a child of its index, not 460 of the table.
    private const string Pages = "child_id FROM $directory.child WHERE child_id > @after AND child_id <= @last ORDER BY child_id";
    private const string SqlitePage = $"SELECT {Pages} LIMIT 5000";
    private const string SqlServerPage = $"SELECT TOP (5000) {Pages}";

    // By the index of suppliers, which few children have: a provisional record without one is nobody's.
    private const string Provisional = "SELECT child_id FROM $directory.child WHERE supplier IS NOT NULL AND state = 2";
    private const string First = "SELECT MIN(child_id) FROM $directory.child";
    private const string Last = "SELECT MAX(child_id) FROM $directory.child";

    /// <summary>All children as ranges of ids, of even width between the least and the greatest; all ids where there are none.</summary>
    public static async ValueTask<IReadOnlyList<IdRange>> RangesAsync(int most, IUnitOfWork unit)
    {
        var first = await unit.Prepare(First).ExecuteScalarAsync() as byte[];
        var last = await unit.Prepare(Last).ExecuteScalarAsync() as byte[];
        return first is null || last is null ? [IdRange.All] : IdRange.Split(new Guid(first, bigEndian: true), new Guid(last, bigEndian: true), most);
    }

    /// <summary>The shielded children among the first of a range, and what is left of it; null when nothing is.</summary>
    public async ValueTask<(List<ApartRecord> Records, IdRange? Left)> PageAsync(JobPass pass, IdRange range, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var command = unit.Prepare(unit.Provider == DatabaseProvider.Sqlite ? SqlitePage : SqlServerPage, "after", "last").Bind(range.After, range.Last);
        var children = new List<ChildId>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) children.Add(new ChildId(reader.Id(0)));
        if (children.Count == 0) return ([], null);
        var states = await shields.ReadAsync(children, unit);
        var shielded = children.Where((_, place) => states[place].Level != ShieldLevel.None).Select(child => child.Value).ToList();
        return (shielded.Count == 0 ? [] : await ReadAsync(pass, shielded, unit), range with { After = children[^1].Value });
    }

    /// <summary>The children whose records are provisional.</summary>
    public static async ValueTask<List<Guid>> ProvisionalAsync(JobPass pass, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var children = new List<Guid>();
        await using var reader = await unit.Prepare(Provisional).ExecuteReaderAsync();
        while (await reader.ReadAsync()) children.Add(reader.Id(0));
        return children;
    }

    /// <summary>Those of the given children who lie apart.</summary>
    public async ValueTask<List<ApartRecord>> ReadAsync(JobPass pass, IReadOnlyList<Guid> children, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var ids = children.Select(child => new ChildId(child)).ToList();
        var levels = (await shields.ReadAsync(ids, unit)).Select(shield => shield.Level).ToList();
        var rows = await CandidateReads.ReadAsync(ids, [], unit);
        return [.. ids.Zip(levels).Select(pair => rows.TryGetValue(pair.First.Value, out var row) ? Of(row, pair.Second) : null).OfType<ApartRecord>()];
    }

    // A shielded child stays here when its record is archived: a row that may mean it is held all the same.
    private ApartRecord? Of(CandidateRow row, ShieldLevel level)
    {
        var isProvisional = row is { State: RecordState.Provisional, Supplier: not null };
        if (level == ShieldLevel.None && !isProvisional) return null;
        if (row.OpenIdentity(documents) is not { } identity) return level == ShieldLevel.None ? null : new ApartRecord(null, null, new ClosedChild(row.Child, row.BirthYear));
        var whole = IndexRecords.Whole(row.Child, identity, row.OpenWhereabouts(documents));
        var own = level switch { ShieldLevel.None => whole, ShieldLevel.Masked => IndexRecords.Masked(row.Child, identity), _ => null };
        return new ApartRecord(level == ShieldLevel.None ? null : whole, isProvisional ? own : null);
    }
}
