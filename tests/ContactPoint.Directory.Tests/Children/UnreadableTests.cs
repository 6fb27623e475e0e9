using ContactPoint.Directory.Children;
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
        await world.TamperAsync("child", "identity_sealed", child);
        var before = await world.ReadAsync(child);

        var written = await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, Identity = Given.Identity("Featherstone") });

        written.Error.ShouldBe(ChildErrors.Unreadable);
        (await world.ReadAsync(child)).Version.ShouldBe(1);
        before.Unreadable.ShouldBe(["identity"]);
        await world.TamperAsync("child", "identity_sealed", child);
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
        await world.TamperAsync(table, column, child);
        (await world.ReadAsync(child)).Unreadable.Order(StringComparer.Ordinal).ShouldBe(parts.Order(StringComparer.Ordinal));
        var changed = Pupil.File(Jayden with { Line1 = "3 Orchard Rise" }, Pupil.Number(3));

        var waits = await world.FeedAsync(changed, approved: true);

        var row = (await world.RowsAsync(waits.Id)).Single(one => one.Line == 2);
        (row.Outcome, row.Code).ShouldBe((FeedOutcome.Queued, "match.unreadable"));
        (await world.ReadAsync(child)).Version.ShouldBe(2);
        (await world.RecordsAsync()).Count.ShouldBe(2);

        await world.TamperAsync(table, column, child);
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
        foreach (var record in records) await world.TamperAsync("child_part", "document_sealed", record.Child);
        var changed = Pupil.File([.. pupils.Select(pupil => pupil with { Line1 = "3 Orchard Rise" })]);

        var run = await world.FeedAsync(changed, approved: true);

        (run.State, run.Error).ShouldBe((FeedRunState.Failed, FeedErrors.Unreadable));
        (await world.RecordsAsync()).ShouldAllBe(record => record.Version == 1);

        foreach (var record in records) await world.TamperAsync("child_part", "document_sealed", record.Child);
        (await world.FeedAsync(changed, approved: true)).Counts.Applied.ShouldBe(6);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task Open_ARecordOfWhichAPartDoesNotOpen_ShowsItAsMissingAndRecordsThat()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.TamperAsync("child_part", "document_sealed", child);
        var nurse = await world.PersonAsync();

        var view = await nurse.OpenAsync(child);

        view.Missing.ShouldBe([PartKey.Whereabouts, PartKey.Carers], ignoreOrder: true);
        view.Whereabouts.ShouldBeNull();
        view.Identity.ShouldNotBeNull();
        view.EarlyHelp.ShouldBeNull();
        (await world.PayloadsAsync(AuditEvents.PartFailed, AuditOutcome.Failed)).ShouldHaveSingleItem().ShouldContain("whereabouts");
    }
}
