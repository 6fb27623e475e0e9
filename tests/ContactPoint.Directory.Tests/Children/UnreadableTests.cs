using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Tests.Feeds;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Children;

/// <summary>A sealed part that does not open is not "nothing held": nothing is written over it, and whoever looks learns that it is missing.</summary>
public sealed class UnreadableTests
{
    private static readonly Pupil Jayden = new() { Upn = Given.Upn };

    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Write_OverAnIdentityThatDoesNotOpen_IsRefusedAndLeavesIt()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await TamperAsync(world, "child", "identity_sealed", child);
        var before = await world.ReadAsync(child);

        var written = await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, Identity = Given.Identity("Featherstone") });

        written.Error.ShouldBe(ChildErrors.Unreadable);
        (await world.ReadAsync(child)).Version.ShouldBe(1);
        before.Unreadable.ShouldBe(["identity"]);
        await TamperAsync(world, "child", "identity_sealed", child);
        (await world.ReadAsync(child)).Identity!.Name.Value.Family.ShouldBe("Osborne");
    }

    [Theory]
    [InlineData("child_part", "document_sealed", "whereabouts", "carers")]
    [InlineData("identifier", "value_sealed", "identifiers")]
    [InlineData("child", "identity_sealed", "identity")]
    [Trait("Rule", "FED-6")]
    public async Task Apply_ARowAboutARecordThatDoesNotOpen_WaitsAndChangesNothingUntilItDoes(string table, string column, params string[] parts)
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Jayden, Pupil.Number(3));
        var child = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Family == "Osborne").Child;
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, Carers = Given.Child().Carers })).Succeeded.ShouldBeTrue();
        await TamperAsync(world, table, column, child);
        (await world.ReadAsync(child)).Unreadable.Order(StringComparer.Ordinal).ShouldBe(parts.Order(StringComparer.Ordinal));
        var changed = Pupil.File(Jayden with { Line1 = "3 Orchard Rise" }, Pupil.Number(3));

        var waits = await world.FeedAsync(changed, approved: true);

        var row = (await world.RowsAsync(waits.Id)).Single(one => one.Line == 2);
        (row.Outcome, row.Code).ShouldBe((FeedOutcome.Queued, "match.unreadable"));
        (await world.ReadAsync(child)).Version.ShouldBe(2);
        (await world.RecordsAsync()).Count.ShouldBe(2);

        await TamperAsync(world, table, column, child);
        var applied = await world.FeedAsync(changed, approved: true);
        (await world.RowsAsync(applied.Id)).Single(one => one.Line == 2).Outcome.ShouldBe(FeedOutcome.Applied);
        (await world.RecordsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "FED-6")]
    public async Task Apply_WhereManyRecordsDoNotOpen_StopsAndSaysThatAKeyMayBeMissing()
    {
        await using var world = await World.StartAsync();
        var pupils = Enumerable.Range(1, 6).Select(Pupil.Number).ToArray();
        await world.FeedAsync(pupils);
        var records = await world.RecordsAsync();
        foreach (var record in records) await TamperAsync(world, "child_part", "document_sealed", record.Child);
        var changed = Pupil.File([.. pupils.Select(pupil => pupil with { Line1 = "3 Orchard Rise" })]);

        var run = await world.FeedAsync(changed, approved: true);

        (run.State, run.Error).ShouldBe((FeedRunState.Failed, FeedErrors.Unreadable));
        (await world.RecordsAsync()).ShouldAllBe(record => record.Version == 1);

        foreach (var record in records) await TamperAsync(world, "child_part", "document_sealed", record.Child);
        (await world.FeedAsync(changed, approved: true)).Counts.Applied.ShouldBe(6);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task Open_ARecordOfWhichAPartDoesNotOpen_ShowsItAsMissingAndRecordsThat()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await TamperAsync(world, "child_part", "document_sealed", child);
        var nurse = await world.PersonAsync();

        var view = await nurse.OpenAsync(child);

        view.Missing.ShouldBe([PartKey.Whereabouts, PartKey.Carers], ignoreOrder: true);
        view.Whereabouts.ShouldBeNull();
        view.Identity.ShouldNotBeNull();
        view.EarlyHelp.ShouldBeNull();
        (await world.PayloadsAsync(AuditEvents.PartFailed, AuditOutcome.Failed)).ShouldHaveSingleItem().ShouldContain("whereabouts");
    }

    // Turns the last byte of each sealed value of the child round, and back the second time.
    private static Task<int> TamperAsync(World world, string table, string column, ChildId child) => world.JobAsync(async (_, unit) =>
    {
        var values = new List<byte[]>();
        var read = unit.Prepare($"SELECT {column} FROM $directory.{table} WHERE child_id = @child", "child").Bind(child.Value);
        await using (var reader = await read.ExecuteReaderAsync())
            while (await reader.ReadAsync()) values.Add(reader.GetFieldValue<byte[]>(0));
        foreach (var value in values)
        {
            var turned = value.ToArray();
            turned[^1] ^= 0xFF;
            await unit.Prepare($"UPDATE $directory.{table} SET {column} = @new WHERE {column} = @old", "new", "old").Bind(turned, value).ExecuteNonQueryAsync();
        }

        return values.Count;
    });
}
