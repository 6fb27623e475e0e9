using System.Data.Common;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>A row that waits, with all that is known of it.</summary>
internal sealed record WaitingRow(QueuedRow Row, Organisation School, FeedRunRow Run, Verdict Verdict);

/// <summary>Reads rows that wait. A held row that seems to wait is one of them: for whoever is not cleared nothing tells it from the others (SHD-6).</summary>
internal sealed class WaitingRows(IOrganisationDirectory organisations, ISealer sealer)
{
    /// <summary>What waits of an authority's bodies, oldest first; of every body where none is named.</summary>
    public static async ValueTask<List<QueuedRow>> AllAsync(LocalAuthorityCode? authority, IUnitOfWork unit)
    {
        var rows = new List<QueuedRow>();
        await using var reader = await QueueStatements.Waiting(unit).Bind(Guid.Empty, authority is null ? 1 : 0, authority?.Value ?? string.Empty).ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(Row(reader));
        return rows;
    }

    public static async ValueTask<QueuedRow?> FindAsync(Guid id, IUnitOfWork unit)
    {
        await using var reader = await QueueStatements.FindWaiting(unit).Bind(id, Guid.Empty).ExecuteReaderAsync();
        return await reader.ReadAsync() ? Row(reader) : null;
    }

    /// <summary>The row with its school, run and verdict; null when one of them is not there.</summary>
    public async ValueTask<WaitingRow?> OpenAsync(QueuedRow row, IUnitOfWork unit)
    {
        if (await organisations.FindAsync(row.Source, unit) is not { } school || await FeedRuns.FindAsync(row.RunId, unit) is not { } run) return null;
        return await VerdictAsync(row, unit) is { Row: not null } verdict ? new WaitingRow(row, school, run, verdict) : null;
    }

    public async ValueTask<Verdict?> VerdictAsync(QueuedRow row, IUnitOfWork unit) =>
        await QueueStatements.ReadVerdict(unit).Bind(row.RunId, row.QueuedId).ExecuteScalarAsync() is byte[] closed ? Verdict.Open(sealer, row.QueuedId, closed) : null;

    /// <summary>Whether the caller keeps the data of the school's authority right. System accounts apply files; they decide nothing.</summary>
    public static bool Reaches(CallerContext caller, Organisation school, DateTimeOffset now) => caller.Stewards(school.Authority, now);

    private static QueuedRow Row(DbDataReader reader) => new()
    {
        QueuedId = reader.Id(0),
        Source = reader.Id(1),
        Format = reader.GetString(2),
        RowKey = reader.GetFieldValue<byte[]>(3),
        RunId = reader.Id(4),
        Line = reader.GetInt32(5),
        QueuedAt = UtcMicroseconds.FromStored(reader.GetInt64(6)),
    };
}
