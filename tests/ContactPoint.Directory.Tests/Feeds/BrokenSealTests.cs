using System.Globalization;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>A shielded child whose sealed documents do not open is as well guarded as one whose do: no row of hers becomes a record that others see.</summary>
public sealed class BrokenSealTests
{
    private static readonly Guid OtherSchool = new("5c000000-0000-4000-8000-00000000000a");
    private static readonly Pupil Jayden = new() { Upn = null };
    private static readonly SearchCriteria AskedForJayden = new() { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };

    public static TheoryData<ShieldLevel, bool, Pupil> Meant { get; } = new()
    {
        { ShieldLevel.Masked, false, Jayden },
        { ShieldLevel.Concealed, false, Jayden },
        { ShieldLevel.Masked, true, Jayden },
        { ShieldLevel.Concealed, true, Jayden },
        { ShieldLevel.Concealed, true, Jayden with { Upn = Pupil.UpnOf(7) } },
        { ShieldLevel.Concealed, true, Jayden with { Upn = Given.Upn } },
        { ShieldLevel.Concealed, true, Jayden with { Born = "14/03/2016", Surname = "Quartermaine" } },
    };

    [Theory]
    [MemberData(nameof(Meant))]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-05")]
    [Trait("Invariant", "I-08")]
    public async Task Apply_ARowOfAShieldedChildWhoseIdentityDoesNotOpen_MakesNoRecordThatOthersSee(ShieldLevel level, bool isReadAfterwards, Pupil pupil)
    {
        await using var world = await World.StartAsync();
        var child = await ShieldedAsync(world, level);
        if (!isReadAfterwards) await world.Get<IChildIndex>().CatchUpAsync();
        await world.TamperAsync("child", "identity_sealed", child);

        var run = await world.FeedAsync(pupil, Pupil.Number(3));
        await world.Get<IChildIndex>().CatchUpAsync();

        var own = (await world.RecordsAsync()).Single(record => record.Identity?.Name.Value.Given == "Jayden");
        (own.State, own.Supplier).ShouldBe((RecordState.Provisional, World.School));
        (await world.RecordsAsync()).Single(record => record.Identity?.Name.Value.Given == "Dylan").State.ShouldBe(RecordState.Active);
        (await world.ReadAsync(child)).Version.ShouldBe(1);
        (await world.RowsAsync(run.Id)).ShouldAllBe(row => row.Outcome == FeedOutcome.Created && row.Code == null);
        (await (await world.PersonAsync()).ResultsAsync(AskedForJayden)).ShouldBeEmpty();
        (await (await world.PersonAsync(Agency.Education, World.School)).ResultsAsync(AskedForJayden with { FamilyName = pupil.Surname })).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-06")]
    public async Task Apply_WithAndWithoutAConcealedChildWhoseIdentityDoesNotOpen_TellsSourceAndStewardTheSame()
    {
        var transcripts = new List<string[]>();
        foreach (var exists in new[] { true, false })
        {
            await using var world = await World.StartAsync();
            if (exists) await world.TamperAsync("child", "identity_sealed", await ShieldedAsync(world, ShieldLevel.Concealed));
            await world.AddSchoolAsync(OtherSchool);
            var secretary = await world.PersonAsync(Agency.Education, World.School);
            var text = new List<string>();
            Pupil[][] files = [[Jayden, Pupil.Number(3)], [Jayden, Pupil.Number(3)], [Jayden with { Line1 = "3 Orchard Rise" }, Pupil.Number(4)], [Pupil.Number(4)]];
            foreach (var pupils in files)
            {
                var run = await world.FeedAsync(Pupil.File(pupils), approved: true);
                text.AddRange([await world.SourceFileAsync(run.Id), string.Join('\n', await world.RowsAsync(run.Id)), $"{run.State} {run.Counts}"]);
                await world.Get<IChildIndex>().CatchUpAsync();
                text.AddRange((await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.Select(line => line.Value.Summary.ToString()));
                text.AddRange((await secretary.ResultsAsync(AskedForJayden)).Select(result => result.Summary.ToString()));
            }

            transcripts.Add([.. text]);
        }

        transcripts[0].ShouldBe(transcripts[1]);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-08")]
    public async Task Apply_ARowOfAShieldedChildWhoseAddressDoesNotOpen_IsWeighedAsIfItWereTheRows()
    {
        await using var world = await World.StartAsync();
        for (var i = 10; i < 40; i++) await world.WriteAsync(Given.Child(Given.NewChild(), Given.Identity("Osborne", $"Ada{(char)('a' + i % 26)}", new DateOnly(2011, 1, 1).AddDays(i)), "M7 1AA") with { Identifiers = [] });
        var child = await ShieldedAsync(world, ShieldLevel.Concealed);
        await world.Get<IChildIndex>().CatchUpAsync();
        await world.TamperAsync("child_part", "document_sealed", child);

        await world.FeedAsync(Jayden with { Forename = "Jacob", Born = "02/09/2013" }, Pupil.Number(3));

        (await world.RecordsAsync()).Single(record => record.Identity?.Name.Value.Given == "Jacob").State.ShouldBe(RecordState.Provisional);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task Apply_ARowOfAnotherYear_OrThatClearlyMeansAnOpenChild_IsNotHeldForABrokenSeal()
    {
        await using var world = await World.StartAsync();
        var open = await world.AddAsync(Given.Child(Given.NewChild(), Given.Identity("Featherstone", "Beatrix")));
        await world.TamperAsync("child", "identity_sealed", await ShieldedAsync(world, ShieldLevel.Concealed, Pupil.UpnOf(8)));

        await world.FeedAsync(Jayden with { Born = "14/03/2012" }, Jayden with { Surname = "Featherstone", Forename = "Beatrix", Upn = Given.Upn, Line1 = "3 Orchard Rise" });

        (await world.RecordsAsync()).ShouldNotContain(record => record.State == RecordState.Provisional);
        (await world.ReadAsync(open)).Version.ShouldBeGreaterThan(1);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Rule", "SHD-10")]
    public async Task Apply_ARowWhoseOwnChildWasShieldedAndBrokenSince_WaitsUnderSealAndTouchesNothing()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Jayden, Pupil.Number(3));
        var child = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Given == "Jayden").Child;
        world.Shields.Levels[child] = ShieldLevel.Concealed;
        await world.TamperAsync("child", "identity_sealed", child);

        await world.FeedAsync(Pupil.File(Jayden with { Line1 = "3 Orchard Rise" }, Pupil.Number(3)), approved: true);

        (await world.RecordsAsync()).Count.ShouldBe(2);
        (await world.ReadAsync(child)).Version.ShouldBe(1);
        (await world.TruthsAsync()).ShouldContain(FeedOutcome.Held);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    public async Task Apply_WhereManyShieldedRecordsDoNotOpen_GoesOnAsWithoutThem()
    {
        await using var world = await World.StartAsync();
        var pupils = Enumerable.Range(1, 4).Select(number => Pupil.Number(number)).ToList();
        foreach (var pupil in pupils)
        {
            var child = await ShieldedAsync(world, ShieldLevel.Concealed, pupil.Upn!, Given.Identity(pupil.Surname, pupil.Forename, DateOnly.ParseExact(pupil.Born, "dd/MM/yyyy", CultureInfo.InvariantCulture)));
            await world.TamperAsync("child", "identity_sealed", child);
        }

        var run = await world.FeedAsync(Pupil.File(pupils), approved: true);

        run.State.ShouldBe(FeedRunState.Applied);
        run.Counts.Created.ShouldBe(4);
        (await world.RecordsAsync()).Where(record => record.Identity is not null).ShouldAllBe(record => record.State == RecordState.Provisional);
    }

    // Written and not yet read by the index: who reads it afterwards finds it broken.
    private static async Task<ChildId> ShieldedAsync(World world, ShieldLevel level, string upn = Given.Upn, IdentityDocument? identity = null)
    {
        var child = Given.NewChild();
        world.Shields.Levels[child] = level;
        (await world.WriteAsync(Given.Child(child, identity ?? Given.Identity()) with { Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, upn, Given.From())] })).Succeeded.ShouldBeTrue();
        return child;
    }
}
