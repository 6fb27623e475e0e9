using System.Text.Json;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Feeds.Queue.DecideQueuedRow;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Directory.Feeds.Queue.Rows;
using ContactPoint.Directory.Feeds.Queue.UndoDecision;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Directory.Tests.Feeds.Queue;

/// <summary>The queue as a steward works it.</summary>
internal static class QueueWorld
{
    /// <summary>A row like Jayden with another given name: perhaps a twin.</summary>
    public static readonly Pupil Twin = new() { Forename = "Jasmine", Gender = "F", Line1 = "3 Orchard Rise", Postcode = "M6 5AB", Carer = "Okafor" };

    public static IStewardQueue Rows(this World world) => world.Get<IStewardQueue>();

    public static async Task<CallerContext> StewardAsync(this World world, string? authority = "355") =>
        await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward, authority: authority)).CallerAsync();

    public static async Task<Guid> WaitingAsync(this World world, CallerContext steward) => (await world.Rows().WaitingAsync(steward, 0)).Value.Lines.ShouldHaveSingleItem().Row;

    public static async Task<QueuedRowView> OpenRowAsync(this World world, CallerContext steward, Guid row)
    {
        var opened = await world.Rows().OpenAsync(steward, row);
        opened.Succeeded.ShouldBeTrue(opened.Error?.Message);
        return opened.Value;
    }

    public static Task<Result<Guid>> DecideAsync(this World world, CallerContext steward, Guid row, QueueChoice choice, ChildHandle? candidate = null) =>
        world.Rows().DecideAsync(steward, new QueueDecision(row, choice, candidate));

    public static async Task<UndoneDecision> UndoAsync(this World world, CallerContext steward, Guid decision)
    {
        var undone = await world.Rows().UndoAsync(steward, decision);
        undone.Succeeded.ShouldBeTrue(undone.Error?.Message);
        return undone.Value;
    }

    public static ChildHandle Handle(this World world, CallerContext steward, ChildId child) => world.Get<IChildHandles>().Issue(steward, child);

    /// <summary>Every record to the last provenance and id, without versions and times of writing, and what the source's last file stands for.</summary>
    public static Task<string> ExactAsync(this World world) => world.JobAsync(async (pass, unit) =>
    {
        var lines = new List<string>();
        foreach (var record in await ChildrenAsync(unit))
        {
            var image = (await world.Get<RecordImages>().OfAsync(pass, record, unit))!.Value;
            var sorted = image.Image with
            {
                Numbers = image.Image.Numbers.OrderBy(number => number.Key).ToDictionary(),
                Placements = image.Image.Placements.OrderBy(placement => placement.Key).ToDictionary(),
            };
            var text = JsonSerializer.Serialize(new DecisionDocument(record.Value, false, [], null, null, sorted), DecisionTypes.Default.DecisionDocument);
            lines.Add($"{image.Record.State} {image.Record.Supplier} {text}");
        }

        await using var rows = await unit.Prepare("SELECT row_key, child_id FROM $directory.feed_source_row ORDER BY row_key").ExecuteReaderAsync();
        while (await rows.ReadAsync()) lines.Add(Convert.ToHexString(rows.GetFieldValue<byte[]>(0)) + " " + rows.Id(1));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }, JobName.FeedApply);

    public static async Task<int> FoundAsync(this World world, string family, string given, DateOnly born)
    {
        await world.Get<IChildIndex>().CatchUpAsync();
        return (await (await world.PersonAsync()).ResultsAsync(new SearchCriteria { FamilyName = family, GivenName = given, DateOfBirth = born })).Count;
    }

    private static async Task<List<ChildId>> ChildrenAsync(IUnitOfWork unit)
    {
        var keys = new List<ChildId>();
        await using var reader = await unit.Prepare("SELECT child_id FROM $directory.child ORDER BY child_id").ExecuteReaderAsync();
        while (await reader.ReadAsync()) keys.Add(new ChildId(reader.Id(0)));
        return keys;
    }
}
