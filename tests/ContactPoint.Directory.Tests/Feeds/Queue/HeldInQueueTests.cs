using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Feeds.Queue.OpenQueuedRow;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Feeds.Queue;

/// <summary>A held row that seems to wait: for whoever is not cleared it is a row like any other (SHD-6, SHD-10, ADR 0018).</summary>
public sealed class HeldInQueueTests
{
    // Like an open child with another given name, and exactly the shielded one.
    private static readonly Pupil Row = new() { Upn = Pupil.UpnOf(8), Forename = "Jasmine", Gender = "F" };

    public static TheoryData<ShieldLevel, QueueChoice> Cases { get; } = new()
    {
        { ShieldLevel.Masked, QueueChoice.Link }, { ShieldLevel.Masked, QueueChoice.New }, { ShieldLevel.Masked, QueueChoice.NotTheSame },
        { ShieldLevel.Concealed, QueueChoice.Link }, { ShieldLevel.Concealed, QueueChoice.New }, { ShieldLevel.Concealed, QueueChoice.NotTheSame },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-04")]
    public async Task Queue_WithAndWithoutAShieldedChild_TellsTheStewardAndTheSchoolTheSame(ShieldLevel level, QueueChoice choice)
    {
        var transcripts = new List<string[]>();
        foreach (var exists in new[] { true, false })
        {
            await using var world = await World.StartAsync();
            var open = await OpenAsync(world);
            if (exists) await ShieldedAsync(world, level);
            await world.FeedAsync(Row, Pupil.Number(3));
            if (exists) (await world.TruthsAsync()).ShouldContain(FeedOutcome.Held);
            var steward = await world.StewardAsync();
            var secretary = await world.PersonAsync(Agency.Education, World.School);
            var before = await EntriesAsync(world);
            var text = new List<string>();

            // That a masked child is there everybody may know: her current names count among the names in use (I-02 compares her hidden fields alone).
            string Weight(EvidenceStep step) => level == ShieldLevel.Masked ? $"{step.About} {step.How}" : step.ToString();
            async Task LookAsync()
            {
                var list = (await world.Rows().WaitingAsync(steward, 0)).Value;
                text.AddRange(list.Lines.Select(line => $"{line.SourceName} {line.Line} {line.Why} {line.Name.Value.Family} {line.Name.Value.Given}"));
                foreach (var line in list.Lines)
                {
                    var view = await world.OpenRowAsync(steward, line.Row);
                    text.Add($"{view.WhatToDo} {view.Candidates.Count}");
                    text.AddRange(view.Candidates.Select(one => $"{one.Identity!.Value.Name.Given} {string.Join(',', one.Evidence.Select(Weight))}"));
                }

                text.AddRange((await world.Rows().DecidedAsync(steward, 0)).Value.Lines.Select(line => $"{line.Choice} {line.UndoneAt is null}"));
                text.AddRange((await secretary.ListAsync(MyChildrenList.Setting)).Value.Lines.Select(line => $"{line.Value.Summary.FamilyName} {line.Value.Summary.GivenName}"));
            }

            await LookAsync();
            var row = await world.WaitingAsync(steward);
            var decided = await world.DecideAsync(steward, row, choice, choice == QueueChoice.New ? null : world.Handle(steward, open));
            text.Add(decided.Error?.Code ?? "decided");
            await LookAsync();
            text.Add(string.Join(", ", (await world.UndoAsync(steward, decided.Value)).Left) + " left");
            await LookAsync();
            text.AddRange((await EntriesAsync(world)).Zip(before, (now, then) => $"{now.Name} {now.Count - then.Count}"));
            transcripts.Add([.. text]);
        }

        transcripts[0].ShouldBe(transcripts[1]);
    }

    [Theory]
    [InlineData(QueueChoice.Link)]
    [InlineData(QueueChoice.New)]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-08")]
    public async Task Decide_AHeldRow_MakesTheSchoolsOwnRecordAndNoVisibleTwin(QueueChoice choice)
    {
        await using var world = await World.StartAsync();
        var open = await OpenAsync(world);
        var shielded = await ShieldedAsync(world, ShieldLevel.Concealed);
        await world.FeedAsync(Row, Pupil.Number(3));
        var steward = await world.StewardAsync();

        (await world.DecideAsync(steward, await world.WaitingAsync(steward), choice, world.Handle(steward, open))).Succeeded.ShouldBeTrue();

        (await world.ReadAsync(shielded)).Version.ShouldBe(1);
        (await world.ReadAsync(open)).Version.ShouldBe(1);
        var own = (await world.RecordsAsync()).Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
        (own.Supplier, own.Identity!.Name.Value.Given).ShouldBe((World.School, "Jasmine"));
        (await world.RecordsAsync()).Count(record => record.State == RecordState.Active && record.Identity!.Name.Value.Given == "Jasmine").ShouldBe(1);
    }

    [Theory]
    [InlineData(ShieldLevel.Masked)]
    [InlineData(ShieldLevel.Concealed)]
    [Trait("Rule", "SHD-6")]
    public async Task Link_ToACandidateWhoIsOrWasShieldedSince_IsRefusedLikeOneWhoIsNotThere(ShieldLevel level)
    {
        await using var world = await World.StartAsync();
        var open = await OpenAsync(world);
        await world.FeedAsync(Row, Pupil.Number(3));
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        world.Shields.Levels[open] = level;

        (await world.OpenRowAsync(steward, row)).Candidates.ShouldBeEmpty();
        (await world.DecideAsync(steward, row, QueueChoice.Link, world.Handle(steward, open))).Error.ShouldBe(QueueErrors.NoSuchCandidate);
        (await world.DecideAsync(steward, row, QueueChoice.Link, world.Handle(steward, Given.NewChild()))).Error.ShouldBe(QueueErrors.NoSuchCandidate);
    }

    [Fact]
    [Trait("Rule", "SHD-11")]
    [Trait("Invariant", "I-15")]
    public async Task ACandidateWhoBarsTheSteward_IsForThatStewardNotThere()
    {
        await using var world = await World.StartAsync();
        var open = await OpenAsync(world);
        await world.FeedAsync(Row, Pupil.Number(3));
        var (barred, other) = (await world.StewardAsync(), await world.StewardAsync());
        var row = await world.WaitingAsync(barred);
        world.Shields.Barred[open] = [barred.UserId];

        (await world.OpenRowAsync(barred, row)).Candidates.ShouldBeEmpty();
        (await world.DecideAsync(barred, row, QueueChoice.Link, world.Handle(barred, open))).Error.ShouldBe(QueueErrors.NoSuchCandidate);
        (await world.DecideAsync(barred, row, QueueChoice.NotTheSame)).Error.ShouldBe(QueueErrors.NoSuchCandidate);

        (await world.OpenRowAsync(other, row)).Candidates.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    [Trait("Invariant", "I-08")]
    public async Task New_WhereAnOpenChildFitsBetterThanTheShieldedOne_IsHeldAllTheSame()
    {
        await using var world = await World.StartAsync();
        var first = new Pupil { Upn = Pupil.UpnOf(8) };
        await world.FeedAsync(first, Pupil.Number(3));
        await world.Get<IChildIndex>().CatchUpAsync();
        await world.FeedAsync(Pupil.File(first, new Pupil(), Pupil.Number(3)), approved: true);
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        var shielded = Given.NewChild();
        world.Shields.Levels[shielded] = ShieldLevel.Concealed;
        await world.AddAsync(Given.Child(shielded, Given.Identity("Osborn", "Jaydon"), "LS1 4AB") with { Starts = [], Identifiers = [] });

        (await world.DecideAsync(steward, row, QueueChoice.New)).Succeeded.ShouldBeTrue();

        (await world.RecordsAsync()).Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem().Supplier.ShouldBe(World.School);
    }

    [Fact]
    [Trait("Rule", "SHD-6")]
    public async Task New_ForARowThatMayMeanAChildWhoWasShieldedSince_StaysTheSchoolsOwn()
    {
        await using var world = await World.StartAsync();
        await OpenAsync(world);
        await world.FeedAsync(Row, Pupil.Number(3));
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        await ShieldedAsync(world, ShieldLevel.Concealed);

        (await world.DecideAsync(steward, row, QueueChoice.New)).Succeeded.ShouldBeTrue();

        (await world.RecordsAsync()).Where(record => record.State == RecordState.Provisional).ShouldHaveSingleItem();
    }

    private static Task<ChildId> OpenAsync(World world) =>
        world.AddAsync(Given.Child() with { Starts = [] });

    private static Task<ChildId> ShieldedAsync(World world, ShieldLevel level)
    {
        var child = Given.NewChild();
        world.Shields.Levels[child] = level;
        return world.AddAsync(Given.Child(child, Given.Identity("Osborne", "Jasmine", gender: Gender.Female)) with { Starts = [], Identifiers = [new IdentifierWrite(IdentifierSchemes.Upn, Pupil.UpnOf(9), Given.From())] });
    }

    private static async Task<List<(string Name, int Count)>> EntriesAsync(World world)
    {
        var counts = new List<(string, int)>();
        foreach (var type in AuditEvents.All) counts.Add((type.Name, await world.EntriesAsync(type)));
        return counts;
    }
}
