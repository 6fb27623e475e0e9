using ContactPoint.Directory.Feeds;
using ContactPoint.Kernel.Audit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>A database that is full, read-only or locked in the middle of a roll: said plainly, nothing half, and it ends as if nothing had been.</summary>
[Trait("Rule", "FED-3")]
[Trait("Invariant", "I-22")]
[Trait("Invariant", "I-42")]
public sealed class StoreFaultTests
{
    private static readonly Pupil[] Before = [.. Enumerable.Range(1, 150).Select(Pupil.Number)];

    // Some go, some move, many come: three batches of rows and one of endings.
    private static readonly Pupil[] Changed =
        [.. Before[20..].Select((pupil, place) => place % 9 == 0 ? pupil with { Line1 = "9 New Street", Postcode = "M7 3QD" } : pupil), .. Enumerable.Range(151, 110).Select(Pupil.Number)];

    [Theory]
    [InlineData(StoreState.Full)]
    [InlineData(StoreState.ReadOnly)]
    [InlineData(StoreState.Locked)]
    public async Task Apply_WithTheFaultBeforeTheFileIsKept_IsRefused_AndLeavesNoRun(StoreState fault)
    {
        using var store = new FaultyStore();
        await using var world = await store.StartAsync();
        store.Turn(fault, world);

        var refused = await world.Get<IFeeds>().ApplyAsync(world.System, FeedWorld.File(Pupil.File(Before)), new FeedOptions());

        refused.Error.ShouldBe(FeedErrors.Store);
        store.Turn(StoreState.Sound, world);
        (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.ShouldBeEmpty();
        (await world.RecordsAsync()).ShouldBeEmpty();
        (await world.FeedAsync(Before)).Counts.Created.ShouldBe(Before.Length);
    }

    [Theory]
    [InlineData(StoreState.Full, FeedStage.Applying)]
    [InlineData(StoreState.ReadOnly, FeedStage.Applying)]
    [InlineData(StoreState.Locked, FeedStage.Applying)]
    [InlineData(StoreState.ReadOnly, FeedStage.Ending)]
    [InlineData(StoreState.Locked, FeedStage.Ending)]
    public async Task Apply_WithTheFaultInTheMiddle_SaysSo_AndTheSameFileEndsAsAnUndisturbedOne(StoreState fault, FeedStage stage)
    {
        var undisturbed = await UndisturbedAsync();
        using var store = new FaultyStore();
        await using var world = await store.StartAsync();
        await BeforeAsync(world);
        var entries = await EntriesAsync(world);

        var broken = await world.Get<IFeeds>().ApplyAsync(world.System, FeedWorld.File(Pupil.File(Changed)), new FeedOptions { Approved = true }, new At(stage, () => store.Turn(fault, world)));

        broken.Error.ShouldBe(FeedErrors.Store);
        var left = await LeftAsync(world);
        left.Processed.ShouldBe(stage == FeedStage.Applying ? 100 : Changed.Length);
        store.Turn(StoreState.Sound, world);
        await NothingIsHalfAsync(world, left, entries);
        world.Host.Clock.Advance(TimeSpan.FromSeconds(31));
        (await LeftAsync(world)).State.ShouldBe(FeedRunState.Interrupted);

        var run = await world.FeedAsync(Pupil.File(Changed), approved: true);

        run.Id.ShouldBe(left.Id);
        run.Error.ShouldBeNull();
        (await StateAsync(world, run)).ShouldBe(undisturbed);
    }

    [Theory]
    [InlineData(StoreState.Full)]
    [InlineData(StoreState.ReadOnly)]
    [InlineData(StoreState.Locked)]
    public async Task Drain_WithTheFaultInTheMiddle_LeavesTheRunToTheNextDrain_WhichEndsAsAnUndisturbedOne(StoreState fault)
    {
        var undisturbed = await UndisturbedAsync();
        using var store = new FaultyStore();
        await using var world = await store.StartAsync();
        await BeforeAsync(world);
        var feeds = world.Get<IFeeds>();
        var run = (await feeds.QueueAsync(world.System, FeedWorld.File(Pupil.File(Changed)), new FeedOptions { Approved = true })).Value;
        using var queue = world.Queue();

        // Taken up, let in, checked, first batch: the fault comes with the second.
        await world.Get<ISystemCaller>().CurrentAsync();
        store.TurnAfter(4, fault, world);
        (await queue.DrainAsync(CancellationToken.None)).ShouldBe(0);
        (await LeftAsync(world)).Processed.ShouldBe(100);
        (await queue.DrainAsync(CancellationToken.None)).ShouldBe(0);
        store.Turn(StoreState.Sound, world);
        world.Host.Clock.Advance(TimeSpan.FromSeconds(31));

        (await queue.DrainAsync(CancellationToken.None)).ShouldBe(1);

        (await StateAsync(world, (await feeds.RunAsync(world.System, run.Id, null, 0)).Value.Summary)).ShouldBe(undisturbed);
    }

    private static async Task<string> UndisturbedAsync()
    {
        await using var world = await World.StartAsync();
        await BeforeAsync(world);
        return await StateAsync(world, await world.FeedAsync(Pupil.File(Changed), approved: true));
    }

    private static async Task BeforeAsync(World world)
    {
        await world.FeedAsync(Before);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task<string> StateAsync(World world, FeedRunSummary run)
    {
        run.State.ShouldBe(FeedRunState.Applied);
        return $"{await world.StateAsync()}\n{run.Counts}\n{await EntriesAsync(world)} entries";
    }

    private static async Task<FeedRunSummary> LeftAsync(World world) => (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.MaxBy(run => run.ReceivedAt)!;

    private static async Task<int> EntriesAsync(World world) => await world.EntriesAsync(AuditEvents.FeedRow) + await world.EntriesAsync(AuditEvents.InvolvementEnded);

    // As many outcomes as rows that count, as many entries as changed records, and an audit log that hangs together.
    private static async Task NothingIsHalfAsync(World world, FeedRunSummary left, int entriesBefore)
    {
        var counts = left.Counts;
        (counts.Applied + counts.Unchanged + counts.Created + counts.Queued + counts.Rejected).ShouldBe(left.Processed);
        (await world.RowsAsync(left.Id)).Count.ShouldBe(left.Processed);
        (await EntriesAsync(world) - entriesBefore).ShouldBe(counts.Applied + counts.Created);
        using var export = new MemoryStream();
        await world.Get<IAuditExport>().WriteAsync(export);
        export.Position = 0;
        (await world.Get<IAuditVerification>().VerifyAsync(export, [])).Problems.Select(problem => problem.Message).ShouldBeEmpty();
    }

    /// <summary>Does something once, when a run has come to a stage.</summary>
    private sealed class At(FeedStage stage, Action act) : IProgress<FeedProgress>
    {
        private bool done;

        public void Report(FeedProgress value)
        {
            if (done || !Is(value)) return;
            done = true;
            act();
        }

        // The endings come when the last row has been applied.
        private bool Is(FeedProgress value) => value.Stage == FeedStage.Applying && (stage == FeedStage.Applying || value.Done == value.Total);
    }
}
