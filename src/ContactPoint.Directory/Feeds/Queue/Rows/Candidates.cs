using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>Whom a row may mean, as a steward without clearance may be shown: open children whom nobody has ruled out and who bar no contact with the steward (SHD-11).</summary>
/// <remarks>A shielded candidate is left out before anything is asked about her: a refused opening would be counted and recorded, and that would tell (SHD-6, SHD-10).</remarks>
internal sealed class Candidates(IChildReader reader, IShieldRegister shields)
{
    public async ValueTask<IReadOnlyList<(VerdictCandidate Candidate, ChildRecord Record)>> OfAsync(JobPass pass, WaitingRow row, IUnitOfWork unit)
    {
        var apart = await ApartAsync(row.Row.Source, row.Row.Format, unit);
        var children = row.Verdict.Candidates.Select(candidate => new ChildId(candidate.Child)).ToList();
        if (children.Count == 0) return [];
        var records = await reader.ReadAsync(pass, children, unit);
        var levels = await shields.ReadAsync(children, unit);
        return [.. row.Verdict.Candidates
            .Select((candidate, place) => (Candidate: candidate, Record: records[place], Shield: levels[place]))
            .Where(one => one is { Shield.Level: ShieldLevel.None, Record: { State: RecordState.Active, Identity: not null } } && !one.Shield.BarredUsers.Contains(pass.Caller.UserId)
                && !apart.Contains((new Guid(row.Row.RowKey, bigEndian: true), one.Candidate.Child)))
            .Select(one => (one.Candidate, one.Record!))];
    }

    /// <summary>Whom rows of the source's files of a format do not mean: row by child.</summary>
    public static async ValueTask<HashSet<(Guid Row, Guid Child)>> ApartAsync(Guid source, string format, IUnitOfWork unit)
    {
        var apart = new HashSet<(Guid, Guid)>();
        await using var found = await QueueStatements.ReadApart(unit).Bind(source, format).ExecuteReaderAsync();
        while (await found.ReadAsync()) apart.Add((new Guid(found.GetFieldValue<byte[]>(0), bigEndian: true), found.Id(1)));
        return apart;
    }
}
