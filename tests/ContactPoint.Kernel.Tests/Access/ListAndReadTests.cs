using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Kernel.Tests.Access;

public sealed class ListAndReadTests
{
    [Fact, Trait("Rule", "SEA-9")]
    public async Task ARosterThatNobodyServes_OrAStewardsQueueForANurse_IsRefused()
    {
        await using var fixture = await GateFixture.StartAsync();
        (await fixture.Gate.ListAsync(fixture.Caller, new RosterRequest(RosterKind.StewardQueue, 0))).Error.ShouldBe(GateErrors.OutOfRole);
        (await fixture.Gate.ListAsync(fixture.Caller, new RosterRequest(RosterKind.OwnInvolvements, -1))).Error.ShouldBe(GateErrors.OutOfRole);
    }

    [Fact, Trait("Rule", "SEA-9"), Trait("Invariant", "I-04"), Trait("Invariant", "I-20"), Trait("Rule", "SHD-10")]
    public async Task ARoster_Has25ALine_AndAConcealedChildLeavesNoGap()
    {
        await using var fixture = await GateFixture.StartAsync();
        for (var i = 0; i < 26; i++) fixture.Directory.Add("Osborne", $"J{i:D2}");
        var first = (await fixture.Gate.ListAsync(fixture.Caller, new RosterRequest(RosterKind.OwnInvolvements, 0))).Value;
        (first.Lines.Count, first.HasMore).ShouldBe((25, true));
        fixture.Directory.Shields[fixture.Directory.Children.Keys.First()] = new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>());
        var after = (await fixture.Gate.ListAsync(fixture.Caller, new RosterRequest(RosterKind.OwnInvolvements, 0))).Value;
        (after.Lines.Count, after.HasMore).ShouldBe((25, false));
        fixture.Directory.FactReads.ShouldBe([64, 64]);
        (await fixture.EntriesAsync(AuditEvents.List.Code)).Count.ShouldBe(2);
    }

    [Theory, Trait("Rule", "SEA-9"), Trait("Rule", "SHD-10"), Trait("Invariant", "I-03"), Trait("Invariant", "I-04")]
    [InlineData(64, 1)]
    [InlineData(63, 2)]
    [InlineData(128, 40)]
    [InlineData(2_500, 5)]
    public async Task HiddenMembers_ChangeNeitherThePagesNorTheReadsOfALongRoster(int ordinary, int hidden)
    {
        await using var with = await GateFixture.StartAsync();
        await using var without = await GateFixture.StartAsync();
        for (var i = 0; i < hidden; i++) with.Directory.Shields[with.Directory.Add("Aaron", $"H{i}").Id] = new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>());
        for (var i = 0; i < ordinary; i++)
        {
            with.Directory.Add("Osborne", $"J{i:D4}");
            without.Directory.Add("Osborne", $"J{i:D4}");
        }

        var last = (ordinary - 1) / RosterRequest.PageSize;
        foreach (var page in (int[])[0, last, last + 1])
        {
            var one = (await with.Gate.ListAsync(with.Caller, new RosterRequest(RosterKind.OwnInvolvements, page))).Value;
            var other = (await without.Gate.ListAsync(without.Caller, new RosterRequest(RosterKind.OwnInvolvements, page))).Value;
            one.Lines.Select(line => line.Value.Summary).ShouldBe(other.Lines.Select(line => line.Value.Summary));
            one.Lines.Count.ShouldBe(page > last ? 0 : Math.Min(RosterRequest.PageSize, ordinary - (page * RosterRequest.PageSize)));
            one.HasMore.ShouldBe(page < last);
            other.HasMore.ShouldBe(one.HasMore);
        }

        with.Directory.FactReads.ShouldBe(without.Directory.FactReads);
        with.Directory.FactReads.ShouldAllBe(width => width == 64);
    }

    [Fact]
    public async Task APartThatFails_IsRecordedAndShownAsMissing_TheRestIsShown()
    {
        await using var fixture = await GateFixture.StartAsync();
        var child = fixture.Directory.Add("Osborne", "Jayden");
        fixture.Directory.Failing.Add(PartKey.School);
        var reading = (await fixture.Host.Get<IRecordReader>().ReadAsync((await fixture.OpenAsync(child)).Value)).Value;
        reading.Missing.ShouldBe([PartKey.School]);
        reading.Part<string>(PartKey.Identity)!.Value.ShouldBe("identity of Jayden");
        reading.Part<string>(PartKey.School).ShouldBeNull();
        (await fixture.EntriesAsync(AuditEvents.PartFailed.Code)).ShouldHaveSingleItem();
    }

    [Fact, Trait("Invariant", "I-09"), Trait("Rule", "SHD-5")]
    public async Task ARecordThatMoved_IsDecidedAgain_AndAMaskPutOnMeanwhileHolds()
    {
        await using var fixture = await GateFixture.StartAsync();
        var child = fixture.Directory.Add("Osborne", "Jayden");
        var pass = (await fixture.OpenAsync(child)).Value;
        child.Version++;
        fixture.Directory.Shields[child.Id] = new ShieldState(ShieldLevel.Masked, new HashSet<Guid>());
        var reading = (await fixture.Host.Get<IRecordReader>().ReadAsync(pass)).Value;
        reading.Part<string>(PartKey.Whereabouts).ShouldBeNull();
        reading.Part<string>(PartKey.Identity).ShouldNotBeNull();
        reading.Pass.ShouldNotBe(pass);
        (await fixture.EntriesAsync(AuditEvents.Open.Code)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AJob_NeedsASystemAccountOrSteward_AndARegisteredName()
    {
        await using var fixture = await GateFixture.StartAsync();
        (await fixture.Gate.BeginJobAsync(fixture.Caller, JobName.FeedApply)).Error.ShouldBe(GateErrors.NoSuchJob);
        (await fixture.Gate.BeginJobAsync(fixture.Caller, JobName.Organisations)).Error.ShouldBe(GateErrors.NoSuchJob);
        var system = await fixture.Host.SystemAsync();
        (await fixture.Gate.BeginJobAsync(system, new JobName("made-up"))).Error.ShouldBe(GateErrors.NoSuchJob);
        (await fixture.Gate.BeginJobAsync(system, JobName.FeedApply)).Succeeded.ShouldBeTrue();
        (await fixture.Gate.BeginJobAsync(system, JobName.Organisations)).Succeeded.ShouldBeTrue();
    }
}
