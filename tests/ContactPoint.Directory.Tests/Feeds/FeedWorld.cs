using System.Text;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>Feeds as a steward gives them, on the whole directory behind the real gate.</summary>
internal static class FeedWorld
{
    public static FeedFile File(byte[] bytes, Guid? source = null) => new() { Source = source ?? World.School, FileName = "roll.csv", Content = new MemoryStream(bytes) };

    public static async Task<FeedRunSummary> FeedAsync(this World world, params Pupil[] pupils) => await world.FeedAsync(Pupil.File(pupils));

    public static async Task<FeedRunSummary> FeedAsync(this World world, byte[] file, bool approved = false)
    {
        var run = await world.Get<IFeeds>().ApplyAsync(world.System, File(file), new FeedOptions { Approved = approved });
        run.Succeeded.ShouldBeTrue(run.Error?.Message);
        return run.Value;
    }

    /// <summary>All rows of a run as a steward without clearance sees them.</summary>
    public static async Task<List<FeedRowView>> RowsAsync(this World world, Guid run, CallerContext? caller = null)
    {
        var rows = new List<FeedRowView>();
        for (var page = 0; ; page++)
        {
            var found = (await world.Get<IFeeds>().RunAsync(caller ?? world.System, run, null, page)).Value;
            rows.AddRange(found.Rows);
            if (!found.HasMore) return rows;
        }
    }

    public static async Task<string> SourceFileAsync(this World world, Guid run)
    {
        using var output = new MemoryStream();
        (await world.Get<IFeeds>().WriteSourceOutcomesAsync(world.System, run, output)).Succeeded.ShouldBeTrue();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>What became of every row that was matched, as the sealed verdicts say.</summary>
    public static async Task<IReadOnlyList<FeedOutcome>> TruthsAsync(this World world)
    {
        var sealer = world.Get<ISealer>();
        var rows = await world.Get<IUnitOfWorkFactory>().ReadAsync(async unit => await unit.Lease<DirectoryContext>(DisclosureScope.None).Set<FeedVerdictRow>().AsNoTracking().ToListAsync());
        return [.. rows.Select(row => Verdict.Open(sealer, row.VerdictId, row.VerdictSealed)!.Truth)];
    }

    public static Task<List<ChildRecord>> RecordsAsync(this World world) => world.JobAsync(async (pass, unit) =>
    {
        var keys = await unit.Lease<DirectoryContext>(DisclosureScope.For(pass)).Set<ChildRow>().Select(row => row.ChildKey).ToListAsync();
        var records = new List<ChildRecord>();
        foreach (var slice in keys.Chunk(400))
            records.AddRange((await world.Get<IChildReader>().ReadAsync(pass, [.. slice.Select(key => new ChildId(key))], unit)).OfType<ChildRecord>());
        return records;
    });

    /// <summary>The directory and the source's last file as values, without ids, numbers and times: two states are the same when these texts are.</summary>
    public static async Task<string> StateAsync(this World world)
    {
        var lines = (await world.RecordsAsync()).Select(record => string.Join('|',
            record.State, record.Version, record.Education, record.Authority?.Value, record.Supplier, record.Identity?.Name.Value.Family, record.Identity?.Name.Value.Given,
            record.Identity?.Gender.Value, record.Identity?.DateOfBirth.Value,
            string.Join(',', record.Identity?.OtherNames.Select(other => $"{other.Value.Kind} {other.Value.Name.Family} {other.Value.Name.Given}") ?? []),
            (record.Whereabouts?.Value as CurrentAddress)?.Address.Postcode, record.FormerAddresses.Count,
            string.Join(',', record.Identifiers.Where(number => number.Scheme == IdentifierSchemes.Upn).Select(number => $"{number.Value} {number.IsCurrent}").Order(StringComparer.Ordinal)),
            string.Join(',', record.Involvements.Select(one => $"{one.ServiceCode} {one.Start} {one.End}")))).Order(StringComparer.Ordinal).ToList();
        var supplied = await world.JobAsync(async (pass, unit) => await unit.Lease<DirectoryContext>(DisclosureScope.For(pass)).Set<SuppliedRow>().CountAsync());
        return string.Join('\n', lines.Append($"{supplied} rows"));
    }

    /// <summary>A further school of the same local authority.</summary>
    public static Task<int> AddSchoolAsync(this World world, Guid id) => world.JobAsync(async (pass, unit) =>
    {
        var school = new Organisation { Id = id, Kind = OrganisationKind.School, Name = "Lantern Street Primary", Agency = Agency.Education, Authority = new("355"), RegisterCode = "105901", ServiceCode = ServiceCatalogue.School.Code };
        await world.Get<IOrganisationDirectory>().SaveAsync(pass, school, unit);
        return 0;
    });

    /// <summary>The queue of a host, not started: a test drains it.</summary>
    public static FeedQueue Queue(this World world) => ActivatorUtilities.CreateInstance<FeedQueue>(world.Host.Services);

    /// <summary>Ends a caller's session, as a suspension would.</summary>
    public static Task<bool> EndAsync(this World world, CallerContext caller) => world.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
    {
        await world.Get<IRevocations>().RevokeAsync(new RevocationNotice(RevocationKind.User, caller.UserId), unit);
        return true;
    });

    /// <summary>How many entries of a type the audit trail holds.</summary>
    public static Task<int> EntriesAsync(this World world, AuditEventType type) => world.JobAsync((_, unit) =>
    {
        var count = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @code", "code");
        count.Parameters[0].Value = type.Code;
        return ValueTask.FromResult(Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
    });
}
