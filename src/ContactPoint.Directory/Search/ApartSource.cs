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

/// <summary>How far the children were asked for.</summary>
/// <param name="Child">On SQL Server, whose table lies in the order of ids.</param>
/// <param name="Row">On SQLite, whose table lies in the order of its own row numbers: in the order of ids each row would be a page fetched for itself.</param>
internal readonly record struct ScanPlace(Guid Child, long Row);

/// <summary>A shielded child whose names do not open: what is left to know her by.</summary>
/// <param name="Child">The child.</param>
/// <param name="BirthYear">As it stands beside the sealed identity.</param>
internal sealed record ClosedChild(Guid Child, int BirthYear);

/// <summary>Reads the children who lie apart from the ordinary index, under a job's pass. Shields are sealed, so all children are asked for; few are unsealed.</summary>
internal sealed class ApartSource(SealedDocuments documents, IShieldRegister shields)
{
    private const string SqlitePage = "SELECT child_id, state, rowid FROM $directory.child WHERE rowid > @after ORDER BY rowid LIMIT 5000";
    private const string SqlServerPage = "SELECT TOP (5000) child_id, state, CAST(0 AS bigint) FROM $directory.child WHERE child_id > @after ORDER BY child_id";

    /// <summary>A page, and where the next begins; null when there is none.</summary>
    public async ValueTask<(List<ApartRecord> Records, ScanPlace? Next)> PageAsync(JobPass pass, ScanPlace after, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var children = new List<(ChildId Child, RecordState State)>();
        var row = after.Row;
        var command = unit.Provider == DatabaseProvider.Sqlite ? unit.Prepare(SqlitePage, "after").Bind(row) : unit.Prepare(SqlServerPage, "after").Bind(after.Child);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                children.Add((new ChildId(reader.Id(0)), (RecordState)reader.GetInt32(1)));
                row = reader.GetInt64(2);
            }
        }

        if (children.Count == 0) return ([], null);
        var levels = await shields.ReadAsync([.. children.Select(child => child.Child)], unit);
        var apart = children.Where((child, place) => child.State == RecordState.Provisional || levels[place].Level != ShieldLevel.None).Select(child => child.Child.Value).ToList();
        return (apart.Count == 0 ? [] : await ReadAsync(pass, apart, unit), new ScanPlace(children[^1].Child.Value, row));
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
        var isProvisional = row.State == RecordState.Provisional;
        if (level == ShieldLevel.None && !isProvisional) return null;
        if (row.OpenIdentity(documents) is not { } identity) return level == ShieldLevel.None ? null : new ApartRecord(null, null, new ClosedChild(row.Child, row.BirthYear));
        var whole = IndexRecords.Whole(row.Child, identity, row.OpenWhereabouts(documents));
        var own = level switch { ShieldLevel.None => whole, ShieldLevel.Masked => IndexRecords.Masked(row.Child, identity), _ => null };
        return new ApartRecord(level == ShieldLevel.None ? null : whole, isProvisional ? own : null);
    }
}
