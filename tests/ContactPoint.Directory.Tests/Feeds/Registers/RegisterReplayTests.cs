using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Sdk.Audit;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>One register has one effect, however often it comes, however it is sorted, and wherever it is broken off (FED-3, I-42).</summary>
public sealed class RegisterReplayTests
{
    private static readonly Establishment[] First = [.. Enumerable.Range(1, 230).Select(Establishment.Number), new Establishment { Urn = "" }, Establishment.Number(5)];

    private static readonly Establishment[] Then =
    [
        .. First[10..^2].Select((row, place) => place % 3 == 0 ? row with { Name = row.Name + " Academy", Status = place % 2 == 0 ? "Closed" : "Open" } : row),
        Establishment.Number(231), Establishment.Number(232),
    ];

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_ShuffledAndRepeated_EndsInTheSameStateWithTheSameEntries()
    {
        await using var straight = await World.StartAsync();
        await straight.RegisterAsync(First);
        await straight.RegisterAsync(Establishment.File(Then), approved: true);
        var (places, entries) = (await straight.PlacesAsync(), await straight.EntriesAsync(AuditEvents.FeedRow));

        await Gen.Select(Gen.Shuffle(First), Gen.Shuffle(Then), Gen.Int[1, 2], Gen.Bool).SampleAsync(async (first, then, times, replayed) =>
        {
            await using var world = await World.StartAsync();
            for (var time = 0; time < times; time++) await world.RegisterAsync(first);
            await world.RegisterAsync(Establishment.File(then), approved: true);
            if (replayed) await world.RegisterAsync(Establishment.File(first), approved: true, asAt: world.Today.AddDays(-1));
            (await world.PlacesAsync()).ShouldBe(places);
            (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(entries);
        }, iter: 5, threads: 1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-22")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_BrokenOffAfterAnyBatchAndGivenAgain_EndsInTheSameStateWithTheSameEntries()
    {
        await using var straight = await World.StartAsync();
        var whole = await TwiceAsync(straight, 0);
        for (var after = 1; after <= 2; after++)
        {
            await using var world = await World.StartAsync();
            (await TwiceAsync(world, after)).ShouldBe(whole, $"after batch {after}");
        }
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Drain_AfterAHostDiedInTheMiddle_TakesTheRunUpAndCountsEachRowOnce()
    {
        await using var world = await World.StartAsync();
        var run = (await world.Get<IFeeds>().QueueAsync(world.System, await world.RegisterFileAsync(Establishment.File(First)), new FeedOptions())).Value;
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => world.Get<FeedRunner>().RunAsync(run.Id, world.System, false, new After(1, stop), stop.Token));
        using var queue = world.Queue();

        await queue.DrainAsync(CancellationToken.None);

        var done = (await world.Get<IFeeds>().RunAsync(world.System, run.Id, null, 0)).Value.Summary;
        (done.State, done.Processed, done.Counts).ShouldBe((FeedRunState.Applied, First.Length, new FeedCounts(0, 1, 230, 0, 1, 0)));
        (await world.RowsAsync(run.Id)).Select(row => row.Line).ShouldBe(Enumerable.Range(2, First.Length));
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(230);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ByTwoAtOnce_CountsEachBodyOnce()
    {
        await using var world = await World.StartAsync();
        var (feeds, steward) = (world.Get<IFeeds>(), await world.StewardAsync());
        var (whole, part) = (await world.RegisterFileAsync(Establishment.File(First)), await world.RegisterFileAsync(Establishment.File(First), "355"));

        var runs = await Task.WhenAll(Task.Run(() => feeds.ApplyAsync(world.System, whole, new FeedOptions())), Task.Run(() => feeds.ApplyAsync(steward, part, new FeedOptions())));

        runs.ShouldAllBe(run => run.Succeeded);
        await world.RegisterAsync(First);
        (await world.SchoolsAsync()).Count.ShouldBe(231);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(230);
    }

    private static async Task<string> TwiceAsync(World world, int breakAfter)
    {
        await world.RegisterAsync(First);
        if (breakAfter > 0)
        {
            using var stop = new CancellationTokenSource();
            var file = await world.RegisterFileAsync(Establishment.File(Then));
            await Should.ThrowAsync<OperationCanceledException>(() => world.Get<IFeeds>().ApplyAsync(world.System, file, new FeedOptions { Approved = true }, new After(breakAfter, stop), stop.Token));
        }

        var run = await world.RegisterAsync(Establishment.File(Then), approved: true);
        (run.State, run.Processed).ShouldBe((FeedRunState.Applied, Then.Length));
        return $"{await world.PlacesAsync()}\n{run.Counts}\n{await world.EntriesAsync(AuditEvents.FeedRow)}";
    }

    /// <summary>Stops a run after so many batches, as a shutdown does.</summary>
    private sealed class After(int batches, CancellationTokenSource stop) : IProgress<FeedProgress>
    {
        private int seen;

        public void Report(FeedProgress value)
        {
            if (value.Stage == FeedStage.Applying && ++seen == batches) stop.Cancel();
        }
    }
}
