using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>The directory has Jayden Osborne, born 14 March 2015, with a UPN, at this school.</summary>
public sealed class FeedOutcomeTests
{
    private static readonly Pupil Jayden = new() { Upn = Given.Upn, Middle = "Marmaduke" };

    public static TheoryData<string, Pupil, FeedOutcome, string?> Rows { get; } = new()
    {
        { "the number of a child with another name and birth", Jayden with { Surname = "Featherstone", Forename = "Beatrix", Gender = "F", Born = "01/05/2012" }, FeedOutcome.Queued, "match.number-of-another" },
        { "a twin with the other twin's number", Jayden with { Forename = "Jasmine", Gender = "F" }, FeedOutcome.Queued, "match.number-of-another" },
        { "a twin with a number of its own", Jayden with { Upn = Pupil.UpnOf(7), Forename = "Jasmine", Gender = "F" }, FeedOutcome.Queued, "match.number-differs" },
        { "a twin without a number", Jayden with { Upn = null, Forename = "Jasmine", Gender = "F" }, FeedOutcome.Queued, "match.given-name" },
        { "the same names and birth under another number", Jayden with { Upn = Pupil.UpnOf(7) }, FeedOutcome.Queued, "match.number-differs" },
        { "the same child without number, in capitals", Jayden with { Upn = null, Surname = "OSBORNE", Forename = "JAYDEN" }, FeedOutcome.Unchanged, null },
        { "the same child, all alike", Jayden, FeedOutcome.Unchanged, null },
        { "the same child, married mother", Jayden with { Surname = "Whitlock" }, FeedOutcome.Applied, null },
        { "the same number and name, another birth", Jayden with { Born = "22/11/2013" }, FeedOutcome.Applied, null },
        { "the same child, moved house", Jayden with { Line1 = "3 Orchard Rise", Postcode = "M7 3QD" }, FeedOutcome.Applied, null },
        { "another child", Pupil.Number(3), FeedOutcome.Created, null },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Rule", "FED-4")]
    [Trait("Rule", "FED-6")]
    public async Task Apply_ARow_HasTheOutcomeOfItsEvidence(string what, Pupil pupil, FeedOutcome outcome, string? why)
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        var run = await world.FeedAsync(pupil);

        var row = (await world.RowsAsync(run.Id)).ShouldHaveSingleItem();
        (row.Outcome, row.Code).ShouldBe((outcome, why), what);
        (await world.RecordsAsync()).Count.ShouldBe(outcome == FeedOutcome.Created ? 2 : 1, what);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(outcome is FeedOutcome.Applied or FeedOutcome.Created ? 1 : 0, what);
        (await world.SourceFileAsync(run.Id)).ShouldContain($"2,accepted,,,", Case.Sensitive, what);
    }

    [Fact]
    [Trait("Rule", "FED-6")]
    public async Task Apply_TwinsWhoAreBothInTheRoll_AreTwoRecordsAndNobodyWaits()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());

        var run = await world.FeedAsync(Jayden, Jayden with { Upn = Pupil.UpnOf(7), Forename = "Jasmine", Gender = "F" });

        (run.Counts.Unchanged, run.Counts.Created, run.Counts.Queued).ShouldBe((1, 1, 0));
    }

    [Fact]
    [Trait("Rule", "FED-6")]
    public async Task Apply_ARowOfAnArchivedChild_WaitsForASteward()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child() with { State = RecordState.Archived });

        var run = await world.FeedAsync(Jayden);

        (await world.RowsAsync(run.Id)).Single().Code.ShouldBe("match.archived");
        (await world.RecordsAsync()).Single().State.ShouldBe(RecordState.Archived);
    }

    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Apply_AChangedRow_KeepsWhatWasThereAsHistory()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        await world.FeedAsync(Jayden with { Surname = "Whitlock", Line1 = "3 Orchard Rise", Postcode = "M7 3QD", Carer = "Osborne" });

        var record = await world.ReadAsync(child);
        record.Version.ShouldBe(2);
        record.Identity!.Name.Value.ShouldBe(new PersonName("Whitlock", "Jayden", "Marmaduke"));
        record.Identity.OtherNames.ShouldHaveSingleItem().Value.ShouldBe(new OtherName(OtherNameKind.Former, new PersonName("Osborne", "Jayden", "Marmaduke")));
        record.FormerAddresses.ShouldHaveSingleItem().Value.Address.Postcode.ShouldBe("M6 5AA");
        record.Carers!.Value.ShouldHaveSingleItem().Name.Given.ShouldBe("Philippa");
        record.Involvements.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "REC-9")]
    public async Task Apply_ARollOlderThanWhatTheRecordSays_ReplacesNothing()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var file = FeedWorld.File(Pupil.File(Jayden with { Surname = "Whitlock", Line1 = "3 Orchard Rise", Postcode = "M7 3QD" })) with { AsAt = new DateOnly(2026, 10, 1) };

        var run = (await world.Get<IFeeds>().ApplyAsync(world.System, file, new FeedOptions())).Value;

        run.Counts.Unchanged.ShouldBe(1);
        (await world.ReadAsync(child)).Version.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "REC-6")]
    public async Task Apply_ANewNumberWithTheFormerOne_KeepsTheFormerAsAlias()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        var run = await world.FeedAsync(Jayden with { Upn = Pupil.UpnOf(9), FormerUpn = Given.Upn });

        run.Counts.Applied.ShouldBe(1);
        (await world.ReadAsync(child)).Identifiers.Where(number => number.Scheme == IdentifierSchemes.Upn).Select(number => (number.Value, number.IsCurrent))
            .ShouldBe([(Pupil.UpnOf(9), true), (Given.Upn, false)], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_TwoRowsThatDifferAboutOnePupil_AreBothRejectedAndTheirLikeIsOneEffect()
    {
        await using var world = await World.StartAsync();

        var run = await world.FeedAsync(Pupil.Number(1), Pupil.Number(1) with { Line1 = "9 Other Street" }, Pupil.Number(2), Pupil.Number(2));

        (run.Counts.Rejected, run.Counts.Created, run.Counts.Unchanged).ShouldBe((2, 1, 1));
        (await world.RowsAsync(run.Id)).Where(row => row.Outcome == FeedOutcome.Rejected).ShouldAllBe(row => row.Code == "row.repeated");
    }
}
