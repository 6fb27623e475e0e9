using ContactPoint.Directory.Children;
using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class ShieldedRowTests
{
    private static readonly Guid OtherSchool = new("5c000000-0000-4000-8000-00000000000a");
    private static readonly Pupil Jayden = new() { Upn = Given.Upn };
    private static readonly SearchCriteria AskedForJayden = new() { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };

    public static TheoryData<ShieldLevel, Pupil> Meant { get; } = new()
    {
        { ShieldLevel.Masked, Jayden },
        { ShieldLevel.Concealed, Jayden },
        { ShieldLevel.Masked, Jayden with { Upn = null } },
        { ShieldLevel.Masked, Jayden with { Upn = Pupil.UpnOf(7) } },
        { ShieldLevel.Concealed, Jayden with { Upn = null } },
        { ShieldLevel.Concealed, Jayden with { Upn = Pupil.UpnOf(7), Forename = "Jaydon" } },
        { ShieldLevel.Masked, Jayden with { Upn = null, Surname = "Quartermaine" } },
        { ShieldLevel.Concealed, Jayden with { Surname = "Featherstone", Forename = "Beatrix", Born = "01/05/2012" } },
    };

    [Theory]
    [MemberData(nameof(Meant))]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-05")]
    [Trait("Invariant", "I-08")]
    public async Task Apply_ARowThatMayMeanAShieldedChild_StaysItsSuppliersOwnAndTouchesNothing(ShieldLevel level, Pupil pupil)
    {
        await using var world = await World.StartAsync();
        var child = await ShieldedAsync(world, level);

        var run = await world.FeedAsync(pupil, Pupil.Number(3));

        (await world.ReadAsync(child)).Version.ShouldBe(1);
        var records = await world.RecordsAsync();
        records.Count.ShouldBe(3);
        var own = records.Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
        own.Supplier.ShouldBe(World.School);
        own.Identity!.Name.Value.Given.ShouldBe(pupil.Forename);
        run.Counts.Created.ShouldBe(2);
        (await world.RowsAsync(run.Id)).ShouldAllBe(row => row.Outcome == FeedOutcome.Created && row.Code == null);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-06")]
    public async Task Apply_WithAndWithoutAConcealedChild_TellsSourceAndStewardTheSame()
    {
        var transcripts = new List<string>();
        foreach (var exists in new[] { true, false })
        {
            await using var world = await World.StartAsync();
            if (exists) await ShieldedAsync(world, ShieldLevel.Concealed);
            await world.AddSchoolAsync(OtherSchool);
            var steward = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward)).CallerAsync();
            var secretary = await world.PersonAsync(Agency.Education, World.School);
            await world.Get<IChildIndex>().CatchUpAsync();
            var before = await EntriesAsync(world);
            var text = new List<string>();
            (Guid Source, Pupil[] Pupils)[] files =
            [
                (World.School, [Jayden]), (World.School, [Jayden]), (World.School, [Jayden with { Line1 = "3 Orchard Rise" }]), (OtherSchool, [Jayden]),
                (World.School, [Pupil.Number(3)]), (World.School, [Jayden with { Upn = null }]), (OtherSchool, [Jayden with { Line1 = "5 Orchard Rise" }]),
                (World.School, [Jayden with { Upn = Pupil.UpnOf(7) }, Jayden with { Upn = Pupil.UpnOf(8), Forename = "Jasmine", Gender = "F" }]),
            ];
            foreach (var (source, pupils) in files)
            {
                var run = (await world.Get<IFeeds>().ApplyAsync(steward, FeedWorld.File(Pupil.File(pupils), source), new FeedOptions { Approved = true })).Value;
                text.Add($"{source} {pupils[0].Line1}");
                text.AddRange([await world.SourceFileAsync(run.Id), string.Join('\n', await world.RowsAsync(run.Id, steward)), $"{run.State} {run.Counts} {run.Threshold}"]);
                await world.Get<IChildIndex>().CatchUpAsync();
                text.AddRange((await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.Select(line => line.Value.Summary.ToString()));
                text.AddRange((await secretary.ResultsAsync(AskedForJayden)).Select(result => result.Summary.ToString()));
            }

            text.AddRange((await EntriesAsync(world)).Zip(before, (now, then) => $"{now.Name} {now.Count - then.Count}"));
            transcripts.Add(string.Join('\n', text));
        }

        transcripts[0].Split('\n').ShouldBe(transcripts[1].Split('\n'));
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    public async Task Apply_ARowThatWouldWaitWithoutTheShieldedChild_WaitsAndIsHeldUnderSeal()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child(identity: Given.Identity("Featherstone", "Beatrix", new DateOnly(2012, 5, 1))));
        await ShieldedAsync(world, ShieldLevel.Concealed, Pupil.UpnOf(7));

        var run = await world.FeedAsync(Jayden, Pupil.Number(3));

        var seen = (await world.RowsAsync(run.Id)).Single(row => row.Line == 2);
        (seen.Outcome, seen.Code).ShouldBe((FeedOutcome.Queued, "match.number-of-another"));
        (await world.RecordsAsync()).ShouldNotContain(record => record.State == RecordState.Provisional);
        (await world.TruthsAsync()).ShouldContain(FeedOutcome.Held);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    public async Task Apply_ARowThatClearlyMeansTheOpenTwinOfAShieldedChild_ReachesTheTwinAndMakesNoSecondRecord()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child(identity: Given.Identity("Osborne", "Jasmine", new DateOnly(2015, 3, 14))) with { Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, Pupil.UpnOf(8), Given.From())] });
        await ShieldedAsync(world, ShieldLevel.Concealed);

        await world.FeedAsync(Jayden with { Upn = Pupil.UpnOf(8), Forename = "Jasmine", Gender = "F" }, Pupil.Number(3));

        (await world.RecordsAsync()).ShouldNotContain(record => record.State == RecordState.Provisional);
        (await world.TruthsAsync()).ShouldNotContain(FeedOutcome.Held);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Rule", "SHD-10")]
    [Trait("Rule", "SHD-11")]
    public async Task Run_ToAStewardWhoIsShieldOfficerToo_ShowsNoHeldRow_AndTheVerdictStandsUnderSeal()
    {
        await using var world = await World.StartAsync();
        await ShieldedAsync(world, ShieldLevel.Concealed);
        var run = await world.FeedAsync(Jayden, Pupil.Number(3));
        var both = await ShieldOfficerAsync(world);

        var seen = (await world.Get<IFeeds>().RunAsync(both, run.Id, null, 0)).Value;
        var asked = (await world.Get<IFeeds>().RunAsync(both, run.Id, FeedOutcome.Held, 0)).Value;

        seen.Summary.Counts.Created.ShouldBe(2);
        seen.Rows.ShouldAllBe(row => row.Outcome == FeedOutcome.Created);
        asked.Rows.ShouldBeEmpty();
        (await world.TruthsAsync()).Count(truth => truth == FeedOutcome.Held).ShouldBe(1);
    }

    [Theory]
    [InlineData(ShieldLevel.Masked)]
    [InlineData(ShieldLevel.Concealed)]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-07")]
    [Trait("Invariant", "I-08")]
    public async Task Apply_AChangeOfAPupilWhoWasShieldedSince_ReachesTheSuppliersOwnRecordAlone(ShieldLevel level)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(Jayden, Pupil.Number(3));
        var version = (await world.ReadAsync(child)).Version;
        world.Shields.Levels[child] = level;

        var changed = await world.FeedAsync(Pupil.File(Jayden with { Line1 = "3 Orchard Rise" }, Pupil.Number(3)), approved: true);
        var again = await world.FeedAsync(Pupil.File(Jayden with { Line1 = "8 Orchard Rise" }, Pupil.Number(3)), approved: true);

        (await world.ReadAsync(child)).Version.ShouldBe(version);
        world.Shields.Levels[child].ShouldBe(level);
        (await world.RowsAsync(changed.Id)).Single(row => row.Line == 2).Outcome.ShouldBe(FeedOutcome.Applied);
        (await world.RowsAsync(again.Id)).Single(row => row.Line == 2).Outcome.ShouldBe(FeedOutcome.Applied);
        var own = (await world.RecordsAsync()).Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
        ((CurrentAddress)own.Whereabouts!.Value).Address.Lines.ShouldBe(["8 Orchard Rise"]);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task Search_ForAHeldRow_FindsItForItsSupplierAndNobodyElse()
    {
        await using var world = await World.StartAsync();
        await ShieldedAsync(world, ShieldLevel.Concealed);
        await world.FeedAsync(Jayden);
        await world.Get<IChildIndex>().CatchUpAsync();
        var teacher = await world.PersonAsync(Agency.Education, World.School);
        var nurse = await world.PersonAsync();

        (await nurse.ResultsAsync(AskedForJayden)).ShouldBeEmpty();
        (await teacher.ResultsAsync(AskedForJayden)).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task Apply_ARowLikeWhatAnotherSupplierHoldsProvisionally_KnowsNothingOfIt()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child() with { State = RecordState.Provisional, Supplier = World.Practice });

        var run = await world.FeedAsync(Jayden);

        run.Counts.Created.ShouldBe(1);
        (await world.RecordsAsync()).Count(record => record.State == RecordState.Active).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    [Trait("Invariant", "I-02")]
    public async Task Roster_OfASettingOfWhichSomebodyElseTold_DoesNotTellOfAMaskedChild()
    {
        await using var world = await World.StartAsync();
        var child = Given.Child();
        await world.AddAsync(child with { Starts = [child.Starts[0] with { From = Given.From(World.NurseTeam) }] });
        var secretary = await world.PersonAsync(Agency.Education, World.School);
        (await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.Count.ShouldBe(1);

        world.Shields.Levels[child.Child] = ShieldLevel.Masked;

        (await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    public async Task Source_OfARowOnAChildMaskedSince_GoesOnSeeingThatRowOnceInRosterAndOutcomeFile()
    {
        var transcripts = new List<string[]>();
        foreach (var level in new[] { ShieldLevel.Masked, ShieldLevel.None })
        {
            await using var world = await World.StartAsync();
            var secretary = await world.PersonAsync(Agency.Education, World.School);
            var text = new List<string>();
            async Task TellAsync(params Pupil[] pupils)
            {
                var run = await world.FeedAsync(Pupil.File(pupils), approved: true);
                text.AddRange([await world.SourceFileAsync(run.Id), run.Counts.ToString()]);
                text.AddRange((await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.Select(line => $"{line.Value.Summary.FamilyName} {line.Value.Summary.GivenName}"));
            }

            await TellAsync(Jayden, Pupil.Number(3));
            world.Shields.Levels[(await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Given == "Jayden").Child] = level;
            await TellAsync(Jayden, Pupil.Number(3));
            text[^2].ShouldBe("Dunmore Dylan");
            text[^1].ShouldBe("Osborne Jayden");
            await TellAsync(Jayden with { Line1 = "3 Orchard Rise" }, Pupil.Number(3));
            await TellAsync(Jayden with { Line1 = "5 Orchard Rise" }, Pupil.Number(3), Pupil.Number(4));
            await TellAsync(Pupil.Number(3));
            transcripts.Add([.. text]);
        }

        transcripts[0].ShouldBe(transcripts[1]);
    }

    [Fact]
    [Trait("Invariant", "I-48")]
    public async Task Database_AfterAFeedThatHeldAndQueued_NamesNobodyAndTellsNoRowApart()
    {
        await using var world = await World.StartAsync();
        await ShieldedAsync(world, ShieldLevel.Concealed);
        await world.FeedAsync(Jayden, Pupil.Number(3), Pupil.Number(4) with { Surname = "Zzyzxley" });

        var lengths = await world.JobAsync(async (_, unit) =>
        {
            var found = new List<long>();
            await using var reader = await unit.Prepare("SELECT LENGTH(verdict_sealed) FROM $directory.feed_verdict").ExecuteReaderAsync();
            while (await reader.ReadAsync()) found.Add(reader.GetInt64(0));
            return found;
        });
        lengths.Count.ShouldBe(3);
        lengths.Distinct().ShouldHaveSingleItem();
        (await world.JobAsync((_, unit) => ValueTask.FromResult(Convert.ToInt32(unit.Prepare("SELECT COUNT(*) FROM $directory.feed_chunk").ExecuteScalar(), null)))).ShouldBe(0);
    }

    private static async Task<List<(string Name, int Count)>> EntriesAsync(World world)
    {
        var counts = new List<(string, int)>();
        foreach (var type in AuditEvents.All.Where(type => type != AuditEvents.JobBegun)) counts.Add((type.Name, await world.EntriesAsync(type)));
        return counts;
    }

    private static async Task<CallerContext> ShieldOfficerAsync(World world)
    {
        var user = await world.Host.Users.CreateAsync(Agency.Administration, Role.DataSteward);
        var scopes = new[] { Role.DataSteward, Role.ShieldOfficer }.Select(role => new RoleScope
        {
            Role = role,
            Agency = Agency.Administration,
            Authority = new LocalAuthorityCode("355"),
            Function = "test",
            Purposes = new HashSet<Purpose> { Purpose.DataQuality },
            ExpiresAt = world.Now.AddMonths(11),
        });
        (await world.Get<IUserAdministration>().GrantAsync(await world.Host.SystemAsync(), user.Id, [.. scopes])).Succeeded.ShouldBeTrue();
        return await world.Host.Users.CallerAsync(user);
    }

    private static Task<ChildId> ShieldedAsync(World world, ShieldLevel level, string upn = Given.Upn)
    {
        var child = Given.NewChild();
        world.Shields.Levels[child] = level;
        var former = new OtherName(OtherNameKind.Former, new PersonName("Quartermaine", "Jayden"));
        return world.AddAsync(Given.Child(child, Given.Identity() with { OtherNames = [new(former, Given.From())] }) with { Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, upn, Given.From())] });
    }
}
