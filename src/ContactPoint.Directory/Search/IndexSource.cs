using ContactPoint.Directory.Data;
using ContactPoint.Matching.Index;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Search;

/// <summary>Reads what the index holds, page by page, under a job's pass: active children, reduced by their shields. Who lies apart is read by <see cref="ApartSource"/>.</summary>
internal sealed class IndexSource(SealedDocuments documents, IShieldRegister shields)
{
    private const string PageText = $"SELECT {CandidateRow.Columns} {CandidateRow.From} WHERE c.child_id > @after AND c.state = 1 ORDER BY c.child_id ";
    private const string SqlitePage = PageText + "LIMIT 1000";
    private const string SqlServerPage = PageText + "OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY";
    /// <summary>How far behind its place the follower looks on SQL Server, which numbers a write when it is made and shows it when it is
    /// committed. No transaction writes more children than this. SQLite has one writer and commits in order.</summary>
    public const long Overlap = 5_000;

    private const string LastChange = "SELECT COALESCE(MAX(sequence), 0) FROM $directory.child_change";
    private const string ChangeAt = "SELECT child_id FROM $directory.child_change WHERE sequence = @sequence";
    private const string SqliteChanges = "SELECT sequence, child_id FROM $directory.child_change WHERE sequence > @after ORDER BY sequence LIMIT 6000";
    private const string SqlServerChanges = "SELECT TOP (6000) sequence, child_id FROM $directory.child_change WHERE sequence > @after ORDER BY sequence";

    /// <summary>The sequence of the last write; 0 when there was none.</summary>
    public static async ValueTask<long> LastChangeAsync(IUnitOfWork unit)
    {
        var last = await unit.Prepare(LastChange).ExecuteScalarAsync();
        return Convert.ToInt64(last, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The child of one write; null when there is no such write.</summary>
    public static async ValueTask<Guid?> ChangedAsync(long sequence, IUnitOfWork unit)
    {
        await using var reader = await unit.Prepare(ChangeAt, "sequence").Bind(sequence).ExecuteReaderAsync();
        return await reader.ReadAsync() ? reader.Id(0) : null;
    }

    /// <summary>At most 6,000 writes after a place, those that may have committed late before it among them.</summary>
    public static async ValueTask<List<(long Sequence, Guid Child)>> ChangesAsync(long position, IUnitOfWork unit)
    {
        var changes = new List<(long, Guid)>();
        var command = unit.Provider == DatabaseProvider.Sqlite
            ? unit.Prepare(SqliteChanges, "after").Bind(position)
            : unit.Prepare(SqlServerChanges, "after").Bind(Math.Max(0, position - Overlap));
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) changes.Add((reader.GetInt64(0), reader.Id(1)));
        return changes;
    }

    /// <summary>A page of children in order of id; the last id is where the next page begins. An empty page ends the reading.</summary>
    public async ValueTask<(List<IndexRecord> Records, Guid? Last)> PageAsync(JobPass pass, Guid after, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var rows = new List<CandidateRow>();
        var command = unit.Prepare(unit.Provider == DatabaseProvider.Sqlite ? SqlitePage : SqlServerPage, "after").Bind(after);
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) rows.Add(CandidateRow.Read(reader));
        return (await RecordsAsync(rows, unit), rows.Count == 0 ? null : rows[^1].Child);
    }

    /// <summary>The given children, without those that are not to be found.</summary>
    public async ValueTask<List<IndexRecord>> ReadAsync(JobPass pass, IReadOnlyList<Guid> children, IUnitOfWork unit)
    {
        ObjectDisposedException.ThrowIf(pass.HasEnded, pass);
        var found = await CandidateReads.ReadAsync([.. children.Select(child => new ChildId(child))], [], unit);
        return await RecordsAsync([.. found.Values.Where(row => row.State == RecordState.Active)], unit);
    }

    private async ValueTask<List<IndexRecord>> RecordsAsync(List<CandidateRow> rows, IUnitOfWork unit)
    {
        var records = new List<IndexRecord>(rows.Count);
        if (rows.Count == 0) return records;
        var states = await shields.ReadAsync([.. rows.Select(row => new ChildId(row.Child))], unit);
        for (var i = 0; i < rows.Count; i++)
        {
            if (states[i].Level == ShieldLevel.Concealed || rows[i].OpenIdentity(documents) is not { } identity) continue;
            var row = rows[i];
            records.Add(states[i].Level == ShieldLevel.Masked
                ? IndexRecords.Masked(row.Child, identity)
                : IndexRecords.Whole(row.Child, identity, row.OpenWhereabouts(documents)));
        }

        return records;
    }
}
