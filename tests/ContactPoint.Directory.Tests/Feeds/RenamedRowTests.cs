using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Shielding;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>A row that its school has supplied before and renames: it may come to mean a shielded child (SHD-6, ADR 0017).</summary>
public sealed class RenamedRowTests
{
    private static readonly Pupil Jayden = new() { Upn = Given.Upn };
    private static readonly Pupil Beatrix = new()
    {
        Upn = Pupil.UpnOf(7),
        Surname = "Featherstone",
        Forename = "Beatrix",
        Gender = "F",
        Born = "01/05/2012",
        Line1 = "2 Alder Row",
        Postcode = "M7 3QD",
    };

    private static readonly Pupil Renamed = Jayden with { Upn = Beatrix.Upn };
    private static readonly SearchCriteria AskedForJayden = new() { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };
    private static readonly SearchCriteria AskedForBeatrix = new() { FamilyName = "Featherstone", GivenName = "Beatrix", DateOfBirth = new DateOnly(2012, 5, 1) };

    public static TheoryData<ShieldLevel, Pupil, Pupil> Renames { get; } = new()
    {
        { ShieldLevel.Masked, Beatrix, Renamed },
        { ShieldLevel.Concealed, Beatrix, Renamed },
        { ShieldLevel.Masked, Beatrix, Renamed with { Line1 = null, Postcode = null } },
        { ShieldLevel.Concealed, Beatrix with { Born = Jayden.Born, Gender = "M" }, Renamed },
        { ShieldLevel.Concealed, Jayden with { Upn = Beatrix.Upn, Born = "01/05/2012" }, Renamed },
        { ShieldLevel.Masked, Beatrix with { Born = Jayden.Born, Forename = "Jayden", Gender = "M" }, Renamed with { Surname = "Quartermaine" } },
        { ShieldLevel.Concealed, Beatrix, Beatrix with { Upn = Given.Upn, FormerUpn = Beatrix.Upn } },
    };

    [Theory]
    [MemberData(nameof(Renames))]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-08")]
    public async Task Apply_AKnownRowRenamedIntoAShieldedChild_MakesNoVisibleTwin(ShieldLevel level, Pupil before, Pupil after)
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(before, Pupil.Number(3));
        var open = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Family == before.Surname).Child;
        var shielded = await ShieldedAsync(world, level);

        var run = await world.FeedAsync(Pupil.File(after, Pupil.Number(3)), approved: true);

        (await world.ReadAsync(shielded)).Version.ShouldBe(1);
        var records = await world.RecordsAsync();
        records.Count.ShouldBe(3);
        var own = records.Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
        (own.Child, own.Supplier, own.Identity!.Name.Value.Family, own.Identity.Name.Value.Given).ShouldBe((open, World.School, after.Surname, after.Forename));
        (await world.RowsAsync(run.Id)).Single(row => row.Line == 2).ShouldBe(new FeedRowView(2, FeedOutcome.Applied, null, null, null));
        (await world.TruthsAsync()).Count(truth => truth == FeedOutcome.Held).ShouldBe(1);
        await world.Get<IChildIndex>().CatchUpAsync();
        (await (await world.PersonAsync()).ResultsAsync(AskedForJayden)).Count.ShouldBe(level == ShieldLevel.Masked ? 1 : 0);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task Apply_ARenameIntoAShieldedChildOfARecordToWhichOthersContribute_LeavesTheirsAndMakesTheSchoolsOwn()
    {
        await using var world = await World.StartAsync();
        var open = await SharedAsync(world);
        await ShieldedAsync(world, ShieldLevel.Concealed);

        var run = await world.FeedAsync(Pupil.File(Renamed, Pupil.Number(3)), approved: true);

        var left = await world.ReadAsync(open);
        (left.State, left.Identity!.Name.Value.Family, ((CurrentAddress)left.Whereabouts!.Value).Address.Lines[0]).ShouldBe((RecordState.Active, "Featherstone", "2 Alder Row"));
        left.Involvements.Single(one => one.Organisation == World.Practice).End.ShouldBeNull();
        left.Involvements.Single(one => one.Organisation == World.School).End.ShouldNotBeNull();
        var own = (await world.RecordsAsync()).Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
        (own.Supplier, own.Identity!.Name.Value.Given).ShouldBe((World.School, "Jayden"));
        own.Involvements.ShouldHaveSingleItem().End.ShouldBeNull();
        (await world.RowsAsync(run.Id)).Single(row => row.Line == 2).Outcome.ShouldBe(FeedOutcome.Applied);
        await world.Get<IChildIndex>().CatchUpAsync();
        (await (await world.PersonAsync()).ResultsAsync(AskedForJayden)).ShouldBeEmpty();
        (await (await world.PersonAsync()).ResultsAsync(AskedForBeatrix)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(ShieldLevel.Masked, false)]
    [InlineData(ShieldLevel.Concealed, false)]
    [InlineData(ShieldLevel.Concealed, true)]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-06")]
    public async Task Apply_RenamesWithAndWithoutAShieldedChild_TellTheSupplierAndTheStewardTheSame(ShieldLevel level, bool isShared)
    {
        var transcripts = new List<string[]>();
        foreach (var exists in new[] { true, false })
        {
            await using var world = await World.StartAsync();
            if (isShared) await SharedAsync(world);
            else await world.FeedAsync(Beatrix, Pupil.Number(3));
            if (exists) await ShieldedAsync(world, level);
            var steward = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward)).CallerAsync();
            var secretary = await world.PersonAsync(Agency.Education, World.School);
            var before = await EntriesAsync(world);
            var text = new List<string>();
            Pupil[][] files =
            [
                [Renamed, Pupil.Number(3)], [Renamed, Pupil.Number(3)], [Renamed with { Line1 = "3 Orchard Rise" }, Pupil.Number(3)],
                [Renamed with { Surname = "Osbourne" }, Pupil.Number(3), Pupil.Number(4)], [Pupil.Number(3), Pupil.Number(4)],
            ];
            foreach (var pupils in files)
            {
                var run = (await world.Get<IFeeds>().ApplyAsync(steward, FeedWorld.File(Pupil.File(pupils)), new FeedOptions { Approved = true })).Value;
                text.AddRange([await world.SourceFileAsync(run.Id), string.Join('\n', await world.RowsAsync(run.Id, steward)), $"{run.State} {run.Counts} {run.Threshold}"]);
                await world.Get<IChildIndex>().CatchUpAsync();
                text.AddRange((await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.Select(line => line.Value.Summary.ToString()));
                foreach (var list in new[] { RosterKind.OwnSettingJoiners, RosterKind.OwnSettingLeavers })
                    text.AddRange((await secretary.ListAsync(list)).Value.Lines.Select(line => $"{list} {line.Value.Summary}"));

                // A record that others share goes on under its old name: named in the ADR as what is left.
                if (isShared) continue;
                var asked = level == ShieldLevel.Masked ? AskedForBeatrix : AskedForJayden;
                text.AddRange((await secretary.ResultsAsync(asked)).Select(result => result.Summary.ToString()));
                text.AddRange((await secretary.ResultsAsync(AskedForBeatrix)).Select(result => result.Summary.ToString()));
            }

            text.AddRange((await EntriesAsync(world)).Zip(before, (now, then) => $"{now.Name} {now.Count - then.Count}"));
            transcripts.Add([.. string.Join('\n', text).Split('\n')]);
        }

        transcripts[0].ShouldBe(transcripts[1]);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-08")]
    [Trait("Invariant", "I-12")]
    public async Task Apply_ARenameOfARecordThatOthersShare_PutsNobodyOnTheSchoolsListsOfLeaversAndJoiners()
    {
        await using var world = await World.StartAsync();
        await SharedAsync(world);
        await ShieldedAsync(world, ShieldLevel.Concealed);
        await world.FeedAsync(Pupil.File(Renamed with { Entry = null }, Pupil.Number(3)), approved: true);
        var secretary = await world.PersonAsync(Agency.Education, World.School);

        (await secretary.ListAsync(RosterKind.OwnSettingLeavers)).Value.Lines.ShouldBeEmpty();
        (await secretary.ListAsync(RosterKind.OwnSettingJoiners)).Value.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheSameRollAgain_IsUnchanged_AndALaterOneReachesTheSchoolsOwnAlone(bool isShared)
    {
        await using var world = await World.StartAsync();
        if (isShared) await SharedAsync(world);
        else await world.FeedAsync(Beatrix, Pupil.Number(3));
        await ShieldedAsync(world, ShieldLevel.Concealed);
        await world.FeedAsync(Pupil.File(Renamed, Pupil.Number(3)), approved: true);
        var (state, entries) = (await world.StateAsync(), await world.EntriesAsync(AuditEvents.FeedRow));

        var again = await world.FeedAsync(Renamed, Pupil.Number(3));

        (again.Counts.Unchanged, again.Counts.Applied).ShouldBe((2, 0));
        (await world.StateAsync()).ShouldBe(state);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(entries);

        await world.FeedAsync(Pupil.File(Renamed with { Line1 = "8 Orchard Rise" }, Pupil.Number(3)), approved: true);

        var own = (await world.RecordsAsync()).Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
        ((CurrentAddress)own.Whereabouts!.Value).Address.Lines.ShouldBe(["8 Orchard Rise"]);
        (await world.RecordsAsync()).Count.ShouldBe(isShared ? 4 : 3);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-22")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_BrokenOffOrSortedAnew_EndsInTheSameState()
    {
        Pupil[] roll = [.. Enumerable.Range(20, 210).Select(Pupil.Number), Renamed, Jayden with { Upn = Pupil.UpnOf(8), Forename = "Jasmine", Gender = "F" }];
        async Task<string> AfterAsync(IReadOnlyList<Pupil> rows, int breakAfter)
        {
            await using var world = await World.StartAsync();
            await world.FeedAsync([.. Enumerable.Range(20, 210).Select(Pupil.Number), Beatrix]);
            await ShieldedAsync(world, ShieldLevel.Concealed);
            using var stop = new CancellationTokenSource();
            if (breakAfter > 0)
            {
                await Should.ThrowAsync<OperationCanceledException>(() => world.Get<IFeeds>().ApplyAsync(
                    world.System, FeedWorld.File(Pupil.File(rows)), new FeedOptions { Approved = true }, new After(breakAfter, stop), stop.Token));
            }

            var run = await world.FeedAsync(Pupil.File(rows), approved: true);
            run.State.ShouldBe(FeedRunState.Applied);
            (await world.TruthsAsync()).ShouldContain(FeedOutcome.Held);
            return await world.StateAsync() + run.Counts + await world.EntriesAsync(AuditEvents.FeedRow);
        }

        var straight = await AfterAsync(roll, 0);

        for (var after = 1; after <= 2; after++) (await AfterAsync(roll, after)).ShouldBe(straight, $"after batch {after}");
        await Gen.Shuffle(roll).SampleAsync(async shuffled => (await AfterAsync(shuffled, 0)).ShouldBe(straight), iter: 2, threads: 1);
    }

    [Fact]
    [Trait("Rule", "FED-6")]
    public async Task Apply_ARenameThatMeansNobodyShielded_ReachesTheRecordAsBefore()
    {
        await using var world = await World.StartAsync();
        var twin = Jayden with { Upn = Pupil.UpnOf(8), Forename = "Jasmin", Gender = "F" };
        await world.FeedAsync(Beatrix, twin);
        await ShieldedAsync(world, ShieldLevel.Concealed);

        var run = await world.FeedAsync(Pupil.File(Beatrix with { Surname = "Kestrelwood", Born = "02/05/2012" }, twin with { Forename = "Jasmine" }), approved: true);

        run.Counts.Applied.ShouldBe(2);
        (await world.RecordsAsync()).ShouldAllBe(record => record.State == RecordState.Active);
        (await world.RecordsAsync()).Select(record => record.Identity!.Name.Value.Given + record.Identity.Name.Value.Family).ShouldBe(
            ["BeatrixKestrelwood", "JasmineOsborne", "JaydenOsborne"], ignoreOrder: true);
        (await world.TruthsAsync()).ShouldNotContain(FeedOutcome.Held);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task Apply_ARollOlderThanTheName_RenamesNobodyAndHoldsNobody()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Beatrix, Pupil.Number(3));
        await ShieldedAsync(world, ShieldLevel.Concealed);
        var older = FeedWorld.File(Pupil.File(Renamed, Pupil.Number(3))) with { AsAt = world.Today.AddDays(-30) };

        (await world.Get<IFeeds>().ApplyAsync(world.System, older, new FeedOptions { Approved = true })).Succeeded.ShouldBeTrue();

        (await world.RecordsAsync()).ShouldAllBe(record => record.State == RecordState.Active);
    }

    /// <summary>Beatrix by the school's roll, at whose record her practice has a part.</summary>
    private static async Task<ChildId> SharedAsync(World world)
    {
        await world.FeedAsync(Beatrix, Pupil.Number(3));
        var child = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Given == "Beatrix").Child;
        var practice = new InvolvementStart
        {
            ServiceCode = ServiceCatalogue.GeneralPractice.Code,
            Organisation = World.Practice,
            Start = new DateOnly(2015, 4, 1),
            From = Given.From(World.Practice, SourceKind.GeneralPracticeList),
        };
        return await world.AddAsync(new ChildWrite { Child = child, ExpectedVersion = (await world.ReadAsync(child)).Version, Starts = [practice] });
    }

    private static Task<ChildId> ShieldedAsync(World world, ShieldLevel level)
    {
        var child = Given.NewChild();
        world.Shields.Levels[child] = level;
        var former = new OtherName(OtherNameKind.Former, new PersonName("Quartermaine", "Jayden"));
        return world.AddAsync(Given.Child(child, Given.Identity() with { OtherNames = [new(former, Given.From())] }) with { Starts = [] });
    }

    private static async Task<List<(string Name, int Count)>> EntriesAsync(World world)
    {
        var counts = new List<(string, int)>();
        foreach (var type in AuditEvents.All.Where(type => type != AuditEvents.JobBegun)) counts.Add((type.Name, await world.EntriesAsync(type)));
        return counts;
    }

    private sealed class After(int batches, CancellationTokenSource stop) : IProgress<FeedProgress>
    {
        private int seen;

        public void Report(FeedProgress value)
        {
            if (value.Stage is FeedStage.Applying && ++seen == batches) stop.Cancel();
        }
    }
}
