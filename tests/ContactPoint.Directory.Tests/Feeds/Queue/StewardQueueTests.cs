using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Queue;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Feeds.Queue;

/// <summary>Rows that wait, and what a steward may do with them (FED-7).</summary>
public sealed class StewardQueueTests
{
    private static readonly DateOnly Born = new(2015, 3, 14);

    [Theory]
    [InlineData(Role.Practitioner, "355")]
    [InlineData(Role.ShieldOfficer, "355")]
    [InlineData(Role.DataSteward, "356")]
    [Trait("Rule", "USR-4")]
    [Trait("Rule", "FED-7")]
    public async Task AnyAct_ByAnybodyButAStewardOfTheAuthority_IsRefusedAndRecorded(Role role, string authority)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        var state = await world.ExactAsync();
        var other = await (await world.PersonAsync(Agency.Administration, role: role, authority: authority)).CallerAsync();

        var list = await world.Rows().WaitingAsync(other, 0);
        if (role == Role.DataSteward) list.Value.Lines.ShouldBeEmpty();
        else list.Error.ShouldBe(GateErrors.OutOfRole);
        (await world.Rows().OpenAsync(other, row)).Error.ShouldBe(QueueErrors.NoSuchRow);
        (await world.DecideAsync(other, row, QueueChoice.Link, world.Handle(other, child))).Error.ShouldBe(QueueErrors.NoSuchRow);
        (await world.PayloadsAsync(AuditEvents.QueuedRowDecided, AuditOutcome.Refused)).ShouldHaveSingleItem().ShouldContain("621 queued-row-out-of-reach");
        (await world.ExactAsync()).ShouldBe(state);

        var decision = (await world.DecideAsync(steward, row, QueueChoice.New)).Value;
        (await world.Rows().UndoAsync(other, decision)).Error.ShouldBe(QueueErrors.NoSuchDecision);
        (await world.DecideAsync(other, row, QueueChoice.New)).Error.ShouldBe(QueueErrors.NoSuchRow);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Decide_AfterTheSessionEnded_IsRefused()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        await world.EndAsync(steward);

        (await world.DecideAsync(steward, row, QueueChoice.New)).Error.ShouldBe(GateErrors.SessionEnded);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    [Trait("Rule", "AUD-1")]
    public async Task Open_ShowsTheRowBesideItsCandidateWithTheWeights_AndLeavesAnEntryForEach()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();

        var view = await world.OpenRowAsync(steward, await world.WaitingAsync(steward));

        view.Says.Value.Name.Given.ShouldBe("Jasmine");
        view.WhatToDo.ShouldContain("perhaps a twin");
        var candidate = view.Candidates.ShouldHaveSingleItem();
        candidate.Identity!.Value.Name.Given.ShouldBe("Jayden");
        candidate.Evidence.ShouldContain(step => step.About == "Given name" && step.How == "given name differs" && step.Bits < 0);
        candidate.Evidence.ShouldContain(step => step.About == "Date of birth" && step.Bits > 0);
        (await world.EntriesAsync(AuditEvents.QueueListed)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.QueuedRowOpened)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.Open)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Link_ReachesTheRecord_AndTheRowGoesOnAsLinked()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);

        var decision = await world.DecideAsync(steward, row, QueueChoice.Link, world.Handle(steward, child));
        var again = await world.DecideAsync(steward, row, QueueChoice.Link, world.Handle(steward, child));

        decision.Succeeded.ShouldBeTrue(decision.Error?.Message);
        again.Value.ShouldBe(decision.Value);
        (await world.ReadAsync(child)).Identity!.Name.Value.Given.ShouldBe("Jasmine");
        (await world.EntriesAsync(AuditEvents.QueuedRowDecided)).ShouldBe(1);
        (await world.Rows().WaitingAsync(steward, 0)).Value.Lines.ShouldBeEmpty();
        (await world.Rows().DecidedAsync(steward, 0)).Value.Lines.ShouldHaveSingleItem().Choice.ShouldBe(QueueChoice.Link);

        await world.FeedAsync(Pupil.File(QueueWorld.Twin with { Line1 = "8 Orchard Rise" }), approved: true);

        ((CurrentAddress)(await world.ReadAsync(child)).Whereabouts!.Value).Address.Lines.ShouldBe(["8 Orchard Rise"]);
        (await world.RecordsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task New_MakesARecordThatStands()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var steward = await world.StewardAsync();

        (await world.DecideAsync(steward, await world.WaitingAsync(steward), QueueChoice.New)).Succeeded.ShouldBeTrue();

        var made = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Given == "Jasmine");
        (made.State, made.Authority?.Value).ShouldBe((RecordState.Active, "355"));
        (await world.FoundAsync("Osborne", "Jasmine", Born)).ShouldBeGreaterThan(0);
        await world.FeedAsync(Pupil.File(QueueWorld.Twin with { Line1 = "8 Orchard Rise" }), approved: true);
        ((CurrentAddress)(await world.ReadAsync(made.Child)).Whereabouts!.Value).Address.Lines.ShouldBe(["8 Orchard Rise"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "FED-7")]
    public async Task NotTheSame_IsNotProposedAgain_NowOrByALaterRoll(bool all)
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin with { Upn = Pupil.UpnOf(8) });
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);
        var handle = world.Handle(steward, child);

        (await world.DecideAsync(steward, row, QueueChoice.NotTheSame, all ? null : handle)).Succeeded.ShouldBeTrue();

        (await world.OpenRowAsync(steward, row)).Candidates.ShouldBeEmpty();
        (await world.DecideAsync(steward, row, QueueChoice.Link, handle)).Error.ShouldBe(QueueErrors.NoSuchCandidate);
        var later = await world.FeedAsync(Pupil.File(QueueWorld.Twin with { Upn = Pupil.UpnOf(8), Line1 = "8 Orchard Rise" }), approved: true);
        later.Counts.Created.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Decide_ByTwoStewardsAtOnce_LetsOneWinAndTellsTheOther()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin);
        var (one, two) = (await world.StewardAsync(), await world.StewardAsync());
        var row = await world.WaitingAsync(one);

        var results = await Task.WhenAll(
            Task.Run(() => world.DecideAsync(one, row, QueueChoice.Link, world.Handle(one, child))), Task.Run(() => world.DecideAsync(two, row, QueueChoice.New)));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.Single(result => !result.Succeeded).Error.ShouldBeOneOf(QueueErrors.Decided, QueueErrors.NoSuchRow);
        (await world.EntriesAsync(AuditEvents.QueuedRowDecided)).ShouldBe(2);
        (await world.RecordsAsync()).Count.ShouldBe(results[0].Succeeded ? 1 : 2);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task Link_ToAChildForWhomAnotherRowStands_IsRefused()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        await world.FeedAsync(new Pupil { Upn = Given.Upn }, new Pupil { Line1 = "3 Orchard Rise" });
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);

        (await world.DecideAsync(steward, row, QueueChoice.Link, world.Handle(steward, child))).Error.ShouldBe(QueueErrors.Taken);
    }

    [Fact]
    [Trait("Rule", "FED-7")]
    public async Task ARowThatItsSchoolSendsAnewOrTakesBack_WaitsNoMore()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(QueueWorld.Twin, Pupil.Number(3));
        var steward = await world.StewardAsync();
        var row = await world.WaitingAsync(steward);

        await world.FeedAsync(Pupil.File(QueueWorld.Twin with { Line1 = "9 Orchard Rise" }, Pupil.Number(3)), approved: true);

        (await world.DecideAsync(steward, row, QueueChoice.New)).Error.ShouldBe(QueueErrors.NoSuchRow);
        (await world.WaitingAsync(steward)).ShouldNotBe(row);
        await world.FeedAsync(Pupil.File(Pupil.Number(3)), approved: true);
        (await world.Rows().WaitingAsync(steward, 0)).Value.Lines.ShouldBeEmpty();
    }
}
