using System.Text.Json;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Kernel.Audit;
using ContactPoint.Ledger.Verification;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>What a killed process left on disk, held against what its clients had seen.</summary>
internal sealed class CrashEvidence(DiskHost host, IReadOnlyList<AuditRead> entries)
{
    private static readonly int[] DecidedWithEntry = [1, 3];

    public static async Task<CrashEvidence> TakeAsync(DiskHost host) => new(host, await AuditRead.AllAsync(host));

    /// <summary>Every access that a client saw has its entry, and a search's entry names as many children as were shown (I-21).</summary>
    public void EveryAccessSeenIsRecorded(IEnumerable<string[]> said)
    {
        var searches = entries.Where(entry => entry.Code == AuditEvents.Search.Code && entry.Detail.GetProperty("criteria").TryGetProperty("middleName", out _))
            .ToLookup(entry => entry.Detail.GetProperty("criteria").GetProperty("middleName").GetString());
        var opened = entries.Where(entry => entry.Code == AuditEvents.Open.Code).Select(entry => entry.Id.ToString("N")).ToHashSet();
        foreach (var line in said)
        {
            if (line[0] == CrashLine.Opened) opened.ShouldContain(line[1], "a record was shown whose opening is not recorded");
            if (line[0] != CrashLine.Searched) continue;
            var search = searches[line[1]].ShouldHaveSingleItem();
            search.Detail.GetProperty("results").GetArrayLength().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(line[2]);
        }
    }

    /// <summary>Progress, outcomes, records and entries say the same, row by row (I-22, I-42).</summary>
    public async Task NoBatchIsHalfApplied()
    {
        var runs = await CrashRun.AllAsync(host);
        var versions = new Dictionary<Guid, long>();
        foreach (var entry in entries.Where(entry => entry.Code == AuditEvents.FeedRow.Code || entry.Code == AuditEvents.InvolvementEnded.Code))
        {
            var child = entry.Payload.GetProperty("child").GetGuid();
            versions[child] = Math.Max(versions.GetValueOrDefault(child), entry.Detail.GetProperty("version").GetInt64());
        }

        foreach (var run in runs)
        {
            run.Outcomes.Count.ShouldBe(run.Processed, $"{run.FileName}: rows with an outcome");
            run.Counted.ShouldBe(run.Processed, $"{run.FileName}: rows counted by outcome");
            var recorded = Of(run, AuditEvents.FeedRow).Select(entry => entry.Detail.GetProperty("line").GetInt32()).Order().ToList();
            recorded.ShouldBe(run.Outcomes.Where(row => DecidedWithEntry.Contains(row.Value)).Select(row => row.Key).Order().ToList(), $"{run.FileName}: rows that changed a record, and their entries");
            Of(run, AuditEvents.InvolvementEnded).Count().ShouldBe(run.Ended, $"{run.FileName}: endings and their entries");
        }

        foreach (var (child, version) in await VersionsAsync(versions.Keys)) version.ShouldBe(versions[child], "a record and its last entry");
    }

    /// <summary>Tree, checkpoints, MACs and the tail's statement hold.</summary>
    public async Task<VerificationReport> TheLedgerVerifies()
    {
        using var export = new MemoryStream();
        var verification = host.Get<IAuditVerification>();
        var held = verification.HeldCheckpoint();
        await host.Get<IAuditExport>().WriteAsync(export);
        export.Position = 0;
        var report = await verification.VerifyAsync(export, held is null ? [] : [held]);
        report.Problems.Select(problem => problem.Message).ShouldBeEmpty();
        report.Entries.ShouldBe(entries.Count);
        return report;
    }

    /// <summary>How many events of each kind the feeds wrote; the same however often they were broken off (I-42).</summary>
    public IReadOnlyDictionary<string, int> FeedEvents() =>
        new[] { AuditEvents.FeedRow, AuditEvents.InvolvementEnded, AuditEvents.FeedApplied, AuditEvents.ChildCreated, AuditEvents.ChildChanged }
            .ToDictionary(kind => kind.Name, kind => entries.Count(entry => entry.Code == kind.Code));

    private IEnumerable<AuditRead> Of(CrashRun run, AuditEventType kind) =>
        entries.Where(entry => entry.Code == kind.Code && entry.Detail.TryGetProperty("run", out var id) && id.ValueKind == JsonValueKind.String && id.GetGuid() == run.Id);

    private Task<List<(Guid Child, long Version)>> VersionsAsync(IEnumerable<Guid> children) => host.Get<IUnitOfWorkFactory>().ReadAsync(unit =>
    {
        var command = unit.Prepare("SELECT version FROM $directory.child WHERE child_id = @child", "child");
        var versions = new List<(Guid, long)>();
        foreach (var child in children)
        {
            command.Parameters[0].Value = GuidBytes.ToBytes(child);
            versions.Add((child, Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)));
        }

        return ValueTask.FromResult(versions);
    });
}
