using ContactPoint.Directory.Children;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Involvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class SnapshotTests
{
    private static readonly Pupil[] Ten = [.. Enumerable.Range(1, 10).Select(Pupil.Number)];

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Apply_MoreThanAFifthChanged_StopsAndChangesNothingUntilApproved()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);
        var before = await world.StateAsync();
        Pupil[] next = [Ten[0] with { Line1 = "9 New Street" }, Ten[1] with { Line1 = "8 New Street" }, .. Ten[3..]];

        var stopped = await world.FeedAsync(next);

        stopped.State.ShouldBe(FeedRunState.AwaitingApproval);
        stopped.Threshold.ShouldBe(new FeedThreshold(2, 1, 10));
        (await world.StateAsync()).ShouldBe(before);
        (await world.RowsAsync(stopped.Id)).ShouldBeEmpty();

        var approved = await world.FeedAsync(Pupil.File(next), approved: true);

        approved.Id.ShouldBe(stopped.Id);
        (approved.State, approved.Counts.Applied, approved.Counts.Unchanged, approved.Counts.Ended).ShouldBe((FeedRunState.Applied, 2, 7, 1));
    }

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Apply_AFifthChanged_DoesNotStop()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);

        var run = await world.FeedAsync([Ten[0] with { Line1 = "9 New Street" }, .. Ten[2..]]);

        (run.State, run.Counts.Applied, run.Counts.Ended, run.Threshold).ShouldBe((FeedRunState.Applied, 1, 1, null));
    }

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Approve_OnThePage_LetsTheQueueGoOn()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);
        var steward = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward)).CallerAsync();
        var feeds = world.Get<IFeeds>();
        var queued = (await feeds.QueueAsync(steward, FeedWorld.File(Pupil.File(Ten[..5])), new FeedOptions())).Value;
        queued.State.ShouldBe(FeedRunState.Queued);
        (await feeds.ApproveAsync(steward, queued.Id)).Error.ShouldBe(FeedErrors.NotWaiting);
        using var queue = world.Queue();
        await queue.DrainAsync(CancellationToken.None);
        (await feeds.RunAsync(steward, queued.Id, null, 0)).Value.Summary.State.ShouldBe(FeedRunState.AwaitingApproval);

        (await feeds.ApproveAsync(steward, queued.Id)).Succeeded.ShouldBeTrue();
        await queue.DrainAsync(CancellationToken.None);

        var done = (await feeds.RunAsync(steward, queued.Id, null, 0)).Value.Summary;
        (done.State, done.Counts.Ended, done.Processed, done.Rows).ShouldBe((FeedRunState.Applied, 5, 5, 5));
        (await queue.DrainAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_APupilWhoIsMissing_EndsThePlacementAtThisSchoolAlone()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);

        var run = await world.FeedAsync(Ten[1..]);

        run.Counts.Ended.ShouldBe(1);
        var left = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Family == Ten[0].Surname);
        left.Involvements.ShouldHaveSingleItem().End.ShouldBe(world.Today);
        left.Education.ShouldBe(EducationStatus.Unknown);
        (await world.RecordsAsync()).Count(record => record.Involvements.Any(one => one.End is null)).ShouldBe(9);
        (await world.EntriesAsync(AuditEvents.InvolvementEnded)).ShouldBe(1);

        var back = await world.FeedAsync(Ten);

        back.Counts.Applied.ShouldBe(1);
        (await world.RecordsAsync()).Count.ShouldBe(10);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ALeavingDate_EndsThePlacementOnThatDay()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);

        await world.FeedAsync([Ten[0] with { Leaving = "20/11/2026" }, .. Ten[1..]]);

        var left = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Family == Ten[0].Surname);
        var placement = left.Involvements.ShouldHaveSingleItem();
        (placement.ServiceCode, placement.End).ShouldBe((ServiceCatalogue.School.Code, new DateOnly(2026, 11, 20)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-4")]
    public async Task Apply_ABadRowOfAPupilOfTheLastFile_IsNotTakenForAbsence(bool canBeTold)
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);
        var bad = canBeTold ? Ten[0] with { Born = "31/02/2015" } : Ten[0] with { Upn = "A" + Ten[0].Upn![1..] };
        if (!canBeTold && bad.Upn == Ten[0].Upn) bad = bad with { Upn = "B" + Ten[0].Upn![1..] };

        var run = await world.FeedAsync([bad, .. Ten[1..9]]);

        run.EndingsHeldBack.ShouldBe(!canBeTold);
        run.Counts.Ended.ShouldBe(canBeTold ? 1 : 0);
        (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Family == Ten[0].Surname).Involvements.Single().End.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ANumberGivenOrTakenAway_GoesOnAsTheSamePupil()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync([.. Ten.Select(pupil => pupil with { Upn = null })]);

        var numbered = await world.FeedAsync(Pupil.File(Ten), approved: true);
        var renumbered = await world.FeedAsync([Ten[0] with { Upn = Pupil.UpnOf(500), FormerUpn = Ten[0].Upn }, .. Ten[1..]]);

        (numbered.Counts.Applied, numbered.Counts.Created, numbered.Counts.Ended).ShouldBe((10, 0, 0));
        (renumbered.Counts.Applied, renumbered.Counts.Created, renumbered.Counts.Ended).ShouldBe((1, 0, 0));
        (await world.RecordsAsync()).Count.ShouldBe(10);
        (await world.RecordsAsync()).ShouldAllBe(record => record.Involvements.All(one => one.End == null));
    }

    [Fact]
    [Trait("Rule", "FED-2")]
    public async Task Preview_TellsWhatWouldChangeAndKeepsNothing()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Ten);
        var before = await world.StateAsync();
        var file = Pupil.File([Ten[0] with { Line1 = "9 New Street" }, Ten[1] with { Postcode = "nowhere" }, .. Ten[3..], Pupil.Number(40)]);

        var preview = (await world.Get<IFeeds>().PreviewAsync(world.System, FeedWorld.File(file))).Value;

        (preview.Rows, preview.New, preview.Changed, preview.Unchanged, preview.Ended, preview.Rejected, preview.NeedsApproval).ShouldBe((10, 1, 1, 7, 1, 1, false));
        preview.RejectedRows.ShouldHaveSingleItem().Code.ShouldBe("postcode.form");
        (await world.StateAsync()).ShouldBe(before);
        (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.Count.ShouldBe(1);
        (await world.Get<IFeeds>().PreviewAsync(world.System, FeedWorld.File([]))).Value.Error!.Code.ShouldBe("file.empty");
    }
}
