using System.Text.Json;
using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Directory.Children;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Browser.Tests.Crash;

/// <summary>What the feeds made of the directory, without what differs from run to run: drawn ids, times of receipt.</summary>
internal static class DirectoryState
{
    private const int ReadAtOnce = 200;

    /// <summary>The pupils of the roll, one line each, by pupil number.</summary>
    public static async Task<IReadOnlyList<string>> OfPupilsAsync(DiskHost host)
    {
        var pass = (await host.Get<IRecordGate>().BeginJobAsync(await host.SystemAsync(), JobName.FeedApply)).Value;
        return await host.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        {
            var lines = new List<string>();
            var reader = host.Get<IChildReader>();
            foreach (var numbers in Enumerable.Range(0, CrashRoll.Pupils).Chunk(ReadAtOnce))
            {
                var children = new List<ChildId>();
                foreach (var number in numbers) children.AddRange(await reader.FindByIdentifierAsync(pass, IdentifierSchemes.Upn, CrashRoll.Pupil(number).Upn, null, unit));
                lines.AddRange((await reader.ReadAsync(pass, children, unit)).Select(Line));
            }

            return lines;
        });
    }

    /// <summary>How many rows the tables hold that feeds write to.</summary>
    public static Task<IReadOnlyDictionary<string, long>> CountsAsync(DiskHost host) => host.Get<IUnitOfWorkFactory>().ReadAsync(unit =>
    {
        long Count(string sql) => Convert.ToInt64(unit.Prepare(sql).ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        return ValueTask.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long>
        {
            ["children"] = Count("SELECT count(*) FROM $directory.child"),
            ["parts"] = Count("SELECT count(*) FROM $directory.child_part"),
            ["involvements"] = Count("SELECT count(*) FROM $directory.involvement"),
            ["identifiers"] = Count("SELECT count(*) FROM $directory.identifier"),
            ["changes"] = Count("SELECT count(*) FROM $directory.child_change"),
            ["source rows"] = Count("SELECT count(*) FROM $directory.feed_source_row"),
            ["outcomes"] = Count("SELECT count(*) FROM $directory.feed_row"),
        });
    });

    private static string Line(ChildRecord? record) => JsonSerializer.Serialize(record is null ? null : new
    {
        record.Version,
        State = record.State.ToString(),
        Authority = record.Authority?.Value,
        Education = record.Education.ToString(),
        Name = record.Identity!.Name.Value,
        Born = record.Identity.DateOfBirth.Value,
        Gender = record.Identity.Gender.Value.ToString(),
        Kind = record.Whereabouts!.Value.GetType().Name,
        Address = (record.Whereabouts.Value as CurrentAddress)?.Address,
        Former = record.FormerAddresses.Select(former => former.Value),
        Carers = record.Carers?.Value,
        Identifiers = record.Identifiers.Where(identifier => identifier.Scheme == IdentifierSchemes.Upn).Select(identifier => new { identifier.Scheme, identifier.Value, identifier.IsCurrent }),
        Involvements = record.Involvements.OrderBy(involvement => involvement.Start).ThenBy(involvement => involvement.End)
            .Select(involvement => new { involvement.ServiceCode, involvement.Organisation, involvement.Start, involvement.End, involvement.IsConfirmed }),
    });
}
