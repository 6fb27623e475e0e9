using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds.Queue;

/// <summary>Every decision can be undone exactly (FED-7).</summary>
public sealed class UndoTests
{
    private static readonly DateOnly Born = new(2015, 3, 14);

    public static TheoryData<Pupil> Rows { get; } = new()
    {
        QueueWorld.Twin,
        QueueWorld.Twin with { Upn = Pupil.UpnOf(8), FormerUpn = Pupil.UpnOf(9), FormerSurname = "Okafor", Known = "Jas" },
        QueueWorld.Twin with { Leaving = "02/10/2026" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    [Trait("Rule", "FED-7")]
    [Trait("Rule", "REC-9")]
    public async Task Undo_OfALink_LeavesTheRecordAsItWas(Pupil pupil)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(pupil);
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        var before = await world.ExactAsync();
        var decision = (await world.DecideAsync(steward, row, QueueChoice.Link, world.Handle(steward, child))).Value;
        (await world.ExactAsync()).ShouldNotBe(before);

        var undone = await world.UndoAsync(steward, decision);

        undone.Left.ShouldBeEmpty();
        (await world.ExactAsync()).ShouldBe(before);
        (await world.WaitingAsync(steward)).ShouldBe(row);
        (await world.FoundAsync("Osborne", "Jayden", Born)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.DecisionUndone)).ShouldBe(1);
        (await world.Rows().UndoAsync(steward, decision)).Error.ShouldBe(QueueErrors.NoSuchDecision);
    }

    [Theory]
    [InlineData(ShieldLevel.Masked, false)]
    [InlineData(ShieldLevel.Concealed, false)]
    [InlineData(ShieldLevel.None, true)]
    [Trait("Rule", "SHD-10")]
    [Trait("Rule", "SHD-11")]
    [Trait("Invariant", "I-15")]
    public async Task Undo_OfALinkToAChildWhoIsHiddenSince_TouchesHerRecordInNothingAndSaysNothingOfIt(ShieldLevel level, bool isBarred)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var decision = (await world.DecideAsync(steward, await world.WaitingAsync(steward), QueueChoice.Link, world.Handle(steward, child))).Value;
        world.Shields.Levels[child] = level;
        if (isBarred) world.Shields.Barred[child] = [steward.UserId];
        var before = await world.ExactAsync();

        var undone = await world.UndoAsync(steward, decision);

        undone.Left.ShouldBeEmpty();
        (await world.ExactAsync()).ShouldBe(before);
        (await world.EntriesAsync(AuditEvents.DecisionUndone)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Undo_OfANewRecord_LeavesNoTraceOfIt()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        var before = await world.ExactAsync();
        var found = await world.FoundAsync("Osborne", "Jasmine", Born);
        var decision = (await world.DecideAsync(steward, row, QueueChoice.New)).Value;
        (await world.FoundAsync("Osborne", "Jasmine", Born)).ShouldBeGreaterThan(found);

        await world.UndoAsync(steward, decision);

        (await world.ExactAsync()).ShouldBe(before);
        (await world.FoundAsync("Osborne", "Jasmine", Born)).ShouldBe(found);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Undo_OfANewRecordThatOthersWorkOn_IsRefusedAndChangesNothing()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var decision = (await world.DecideAsync(steward, await world.WaitingAsync(steward), QueueChoice.New)).Value;
        var made = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Given == "Jasmine");
        var nurse = new InvolvementStart { ServiceCode = ServiceCatalogue.SchoolNurse.Code, Organisation = World.NurseTeam, Start = world.Today, From = Given.From(World.NurseTeam) };
        await world.AddAsync(new ChildWrite { Child = made.Child, ExpectedVersion = made.Version, Starts = [nurse] });
        var before = await world.ExactAsync();

        (await world.Rows().UndoAsync(steward, decision)).Error.ShouldBe(QueueErrors.InUse);

        (await world.ExactAsync()).ShouldBe(before);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Undo_AfterALaterRollChangedTheAddress_BringsBackTheRestAndSaysSo()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var decision = (await world.DecideAsync(steward, await world.WaitingAsync(steward), QueueChoice.Link, world.Handle(steward, child))).Value;
        await world.FeedAsync(Pupil.File(QueueWorld.Twin with { Line1 = "8 Orchard Rise" }), approved: true);

        var undone = await world.UndoAsync(steward, decision);

        undone.Left.ShouldBe(["address", "former addresses"], ignoreOrder: true);
        var record = await world.ReadAsync(child);
        record.Identity!.Name.ShouldBe(new Sourced<PersonName>(new PersonName("Osborne", "Jayden", "Marmaduke"), Given.From()));
        record.Identity.Gender.Value.ShouldBe(Gender.Male);
        record.Identity.OtherNames.ShouldBeEmpty();
        record.Carers!.Value.ShouldHaveSingleItem().Name.Family.ShouldBe("Osborne");
        ((CurrentAddress)record.Whereabouts!.Value).Address.Lines.ShouldBe(["8 Orchard Rise"]);

        // The next roll is matched anew: the row waits again.
        var next = await world.FeedAsync(Pupil.File(QueueWorld.Twin with { Line1 = "8 Orchard Rise" }), approved: true);
        next.Counts.Queued.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task AnySequenceOfDecisionsAndUndos_LeavesTheStateOfUndisturbed()
    {
        await Gen.Int[0, 3].Array[1, 8].SampleAsync(async acts =>
        {
            await using var world = await World.StartAsync();
            var child = await world.AddAsync(Given.Child());
            await world.FeedAsync(QueueWorld.Twin with { Upn = Pupil.UpnOf(8) }, Pupil.Number(3));
            var steward = await world.StewardAsync();
            var row = await world.WaitingAsync(steward);
            var handle = world.Handle(steward, child);
            var undisturbed = await world.ExactAsync();
            var standing = new Stack<Guid>();
            foreach (var act in acts)
            {
                var decided = act switch
                {
                    0 => await world.DecideAsync(steward, row, QueueChoice.Link, handle),
                    1 => await world.DecideAsync(steward, row, QueueChoice.New),
                    2 => await world.DecideAsync(steward, row, QueueChoice.NotTheSame, handle),
                    _ => default,
                };
                if (act < 3 && decided.Succeeded && !standing.Contains(decided.Value)) standing.Push(decided.Value);
                if (act == 3 && standing.TryPop(out var last)) await world.UndoAsync(steward, last);
            }

            while (standing.TryPop(out var last)) (await world.UndoAsync(steward, last)).Left.ShouldBeEmpty();

            (await world.ExactAsync()).ShouldBe(undisturbed);
            (await world.WaitingAsync(steward)).ShouldBe(row);
            (await world.OpenRowAsync(steward, row)).Candidates.Count.ShouldBe(1);
        }, iter: 12, threads: 1);
    }
}
