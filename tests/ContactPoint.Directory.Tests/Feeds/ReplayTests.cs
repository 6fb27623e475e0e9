using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Sdk.Audit;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>One file has one effect, however often it comes, however it is sorted, and wherever it is broken off (FED-3, I-42).</summary>
public sealed class ReplayTests
{
    // Some hundred rows more than two batches: pupils with and without numbers, twins, repeats, bad rows.
    private static readonly Pupil[] Roll =
    [
        .. Enumerable.Range(1, 230).Select(number => number % 7 == 0 ? Pupil.Number(number) with { Upn = null } : Pupil.Number(number)),
        .. Enumerable.Range(1, 10).Select(number => Pupil.Number(number) with { Upn = Pupil.UpnOf(800 + number), Forename = "Wilfred" }),
        Pupil.Number(5), Pupil.Number(6) with { Postcode = "nowhere" }, Pupil.Number(300) with { Upn = "B000000000000" },
    ];

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheSameFileAgain_IsUnchangedRowByRowWithNoNewVersionAndNoEntry()
    {
        await using var world = await World.StartAsync();
        var first = await world.FeedAsync(Roll);
        var (state, entries) = (await world.StateAsync(), await world.EntriesAsync(AuditEvents.FeedRow));

        var again = await world.FeedAsync(Roll);

        again.Id.ShouldNotBe(first.Id);
        (again.Counts.Unchanged, again.Counts.Rejected, again.Rows).ShouldBe((Roll.Length - first.Counts.Rejected, first.Counts.Rejected, Roll.Length));
        (await world.StateAsync()).ShouldBe(state);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(entries);
        (await world.SourceFileAsync(again.Id)).ShouldNotContain("accepted");
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheSameRowsInAnyOrder_EndsInTheSameState()
    {
        await using var straight = await World.StartAsync();
        await BeforeAsync(straight);
        await straight.FeedAsync(Roll);
        var state = await straight.StateAsync();

        await Gen.Shuffle(Roll).SampleAsync(async shuffled =>
        {
            await using var world = await World.StartAsync();
            await BeforeAsync(world);
            await world.FeedAsync(shuffled);
            (await world.StateAsync()).ShouldBe(state);
        }, iter: 4, threads: 1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-22")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_BrokenOffAfterAnyBatchAndGivenAgain_EndsInTheSameStateWithTheSameEntries()
    {
        await using var straight = await World.StartAsync();
        var (whole, wholeEntries) = await TwiceAsync(straight, 0);
        for (var after = 1; after <= 3; after++)
        {
            await using var world = await World.StartAsync();

            var (state, entries) = await TwiceAsync(world, after);

            state.ShouldBe(whole, $"after batch {after}");
            entries.ShouldBe(wholeEntries, $"after batch {after}");
        }
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Drain_AfterAHostDiedInTheMiddle_TakesTheRunUpAndCountsEachRowOnce()
    {
        await using var world = await World.StartAsync();
        var file = FeedWorld.File(Pupil.File(Roll));
        var run = (await world.Get<IFeeds>().QueueAsync(world.System, file, new FeedOptions())).Value;
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => world.Get<FeedRunner>().RunAsync(run.Id, world.System, false, new After(1, stop), stop.Token));
        (await world.Get<IFeeds>().RunAsync(world.System, run.Id, null, 0)).Value.Summary.State.ShouldBe(FeedRunState.Interrupted);
        using var queue = world.Queue();

        await queue.DrainAsync(CancellationToken.None);

        var done = (await world.Get<IFeeds>().RunAsync(world.System, run.Id, null, 0)).Value.Summary;
        (done.State, done.Processed).ShouldBe((FeedRunState.Applied, Roll.Length));
        (await world.RowsAsync(run.Id)).Select(row => row.Line).ShouldBe(Enumerable.Range(2, Roll.Length));
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ByTwoAtOnce_CountsEachRowOnce()
    {
        await using var world = await World.StartAsync();
        var feeds = world.Get<IFeeds>();

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Roll)), new FeedOptions()))));

        runs.ShouldAllBe(run => run.Succeeded || run.Error == FeedErrors.Busy);
        await world.FeedAsync(Roll);
        (await world.RecordsAsync()).Count.ShouldBe(240);
        (await world.RecordsAsync()).ShouldAllBe(record => record.Version == 1);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(240);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ALaterFileOverAnUnfinishedOne_LeavesTheEarlierBehind()
    {
        await using var world = await World.StartAsync();
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(
            () => world.Get<IFeeds>().ApplyAsync(world.System, FeedWorld.File(Pupil.File(Roll[..230])), new FeedOptions(), new After(1, stop), stop.Token));

        var later = await world.FeedAsync(Pupil.File(Roll[..200]), approved: true);

        later.State.ShouldBe(FeedRunState.Applied);
        (await world.Get<IFeeds>().RunsAsync(world.System, 0)).Value.Runs.Select(run => run.State).ShouldBe([FeedRunState.Applied, FeedRunState.Superseded], ignoreOrder: true);
        (await world.RecordsAsync()).Count(record => record.Involvements.Any(one => one.End is null)).ShouldBe(200);
    }

    // A roll, then a changed one that is broken off after so many batches and given again.
    private static async Task<(string State, int Entries)> TwiceAsync(World world, int breakAfter)
    {
        await BeforeAsync(world);
        Pupil[] changed = [.. Roll[20..^1].Select((pupil, place) => place % 9 == 0 ? pupil with { Line1 = "9 New Street", Postcode = "M7 3QD" } : pupil), Pupil.Number(310), Pupil.Number(311)];
        if (breakAfter > 0)
        {
            using var stop = new CancellationTokenSource();
            await Should.ThrowAsync<OperationCanceledException>(() => world.Get<IFeeds>().ApplyAsync(
                world.System, FeedWorld.File(Pupil.File(changed)), new FeedOptions { Approved = true }, new After(breakAfter, stop), stop.Token));
        }

        var run = await world.FeedAsync(Pupil.File(changed), approved: true);
        run.State.ShouldBe(FeedRunState.Applied);
        run.Processed.ShouldBe(changed.Length);
        var counts = run.Counts;
        (counts.Applied + counts.Unchanged + counts.Created + counts.Queued + counts.Rejected).ShouldBe(changed.Length);
        return (await world.StateAsync() + counts, await world.EntriesAsync(AuditEvents.FeedRow) + await world.EntriesAsync(AuditEvents.InvolvementEnded));
    }

    private static async Task BeforeAsync(World world)
    {
        await world.AddAsync(Given.Child());
        await world.FeedAsync([.. Roll[..120], new Pupil { Upn = Given.Upn }]);
    }

    /// <summary>Stops a run after so many batches, as a shutdown does.</summary>
    private sealed class After(int batches, CancellationTokenSource stop) : IProgress<FeedProgress>
    {
        private int seen;

        public void Report(FeedProgress value)
        {
            if (value.Stage is FeedStage.Applying or FeedStage.Ending && ++seen == batches) stop.Cancel();
        }
    }
}
