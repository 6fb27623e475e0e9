using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>Each refusal leaves an entry that tells the true reason; the answers do not.</summary>
public sealed class FeedRefusalTests
{
    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-26")]
    [Trait("Invariant", "I-27")]
    public async Task EveryActOnARun_ThatIsGuessedOrAnothers_IsRefusedAlikeAndRecordedApart()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1));
        var stranger = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward, authority: "352")).CallerAsync();
        var feeds = world.Get<IFeeds>();

        foreach (var (id, reason) in new[] { (Guid.NewGuid(), "600 feed-run-absent"), (run.Id, "601 feed-run-out-of-reach") })
        {
            (await feeds.ApproveAsync(stranger, id)).Error.ShouldBe(FeedErrors.NoSuchRun);
            (await feeds.RunAsync(stranger, id, null, 0)).Error.ShouldBe(FeedErrors.NoSuchRun);
            using var output = new MemoryStream();
            (await feeds.WriteSourceOutcomesAsync(stranger, id, output)).Error.ShouldBe(FeedErrors.NoSuchRun);
            output.Length.ShouldBe(0);

            var refused = await world.PayloadsAsync(AuditEvents.FeedRefused, AuditOutcome.Refused);
            refused.Take(2).ShouldAllBe(payload => payload.Contains(reason) && payload.Contains(id.ToString()));
            (await world.PayloadsAsync(AuditEvents.FeedExported, AuditOutcome.Refused))[0].ShouldContain(reason);
        }

        (await world.EntriesAsync(AuditEvents.FeedRefused)).ShouldBe(4);
        (await world.EntriesAsync(AuditEvents.FeedExported)).ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task Approve_ARunThatDoesNotWait_IsRefusedAndRecorded()
    {
        await using var world = await World.StartAsync();
        var run = await world.FeedAsync(Pupil.Number(1));

        (await world.Get<IFeeds>().ApproveAsync(world.System, run.Id)).Error.ShouldBe(FeedErrors.NotWaiting);

        (await world.PayloadsAsync(AuditEvents.FeedRefused, AuditOutcome.Refused)).ShouldHaveSingleItem().ShouldContain("602 feed-run-not-waiting");
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task AFile_ThatIsNotTaken_IsRecordedWithTheReason()
    {
        await using var world = await World.StartAsync();
        var feeds = world.Get<IFeeds>();
        var stranger = await (await world.PersonAsync(Agency.Administration, role: Role.DataSteward, authority: "352")).CallerAsync();
        var file = Pupil.File(Pupil.Number(1));

        await feeds.PreviewAsync(world.System, FeedWorld.File(file, World.Practice));
        await feeds.PreviewAsync(stranger, FeedWorld.File(file));
        await feeds.PreviewAsync(world.System, FeedWorld.File(file) with { AsAt = world.Today.AddDays(1) });
        (await feeds.PreviewAsync(world.System, FeedWorld.File([.. file, .. Enumerable.Repeat((byte)'\n', 16 * 1024 * 1024)]))).Error.ShouldBe(FeedErrors.TooLargeToPreview);

        var refused = await world.PayloadsAsync(AuditEvents.FeedRefused, AuditOutcome.Refused);
        refused.Count.ShouldBe(4);
        foreach (var (payload, reason) in refused.Zip(["613 ", "612 ", "611 ", "610 "])) payload.ShouldContain(reason);
    }
}
