using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Feeds;
using CsCheck;

namespace ContactPoint.Directory.Tests.Feeds;

/// <summary>Files of changes alone: who is missing is as before.</summary>
public sealed class DeltaTests
{
    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_OfADelta_EndsNobodyWhoIsMissing()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Pupil.Number(1), Pupil.Number(2), Pupil.Number(3));
        var run = await DeltaAsync(world, Pupil.Number(2) with { Postcode = "M7 1AB" }, Pupil.Number(4));
        run.Counts.Ended.ShouldBe(0);
        (run.Counts.Applied, run.Counts.Created).ShouldBe((1, 1));
        (await world.RecordsAsync()).SelectMany(record => record.Involvements).ShouldAllBe(involvement => involvement.End == null);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_OfARowWithALastDay_EndsThatPlacementAlone()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Enumerable.Range(1, 8).Select(Pupil.Number).ToArray());
        await DeltaAsync(world, Pupil.Number(2) with { Leaving = "20/11/2026" });
        (await world.RecordsAsync()).SelectMany(record => record.Involvements).Count(involvement => involvement.End == new DateOnly(2026, 11, 20)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-6")]
    public async Task Apply_OfADelta_LinksNoChildForWhomAnotherRowOfTheSourceStands()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Pupil.Number(1));
        await DeltaAsync(world, Pupil.Number(1) with { Upn = Pupil.UpnOf(999) });
        var record = (await world.RecordsAsync()).First(one => one.Identifiers.Any(number => number.Value == Pupil.UpnOf(1)));
        record.Identifiers.ShouldNotContain(number => number.Value == Pupil.UpnOf(999));
    }

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Apply_OfADeltaThatChangesMoreThanAFifth_StopsForApproval()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Pupil.Number(1), Pupil.Number(2), Pupil.Number(3));
        var run = (await world.Get<IFeeds>().ApplyAsync(
            world.System, FeedWorld.File(Pupil.File(Pupil.Number(1) with { Postcode = "M7 1AB" })) with { Semantics = FeedSemantics.Delta }, new FeedOptions())).Value;
        run.State.ShouldBe(FeedRunState.AwaitingApproval);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Rule", "FED-5")]
    public async Task Apply_OfADeltaWhileAnotherWaitsForApproval_LosesNeither()
    {
        await using var world = await World.StartAsync();
        await world.FeedAsync(Pupil.Number(1), Pupil.Number(2), Pupil.Number(3));
        var feeds = world.Get<IFeeds>();
        var first = (await feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(1) with { Postcode = "M7 1AB" })) with { Semantics = FeedSemantics.Delta }, new FeedOptions())).Value;
        first.State.ShouldBe(FeedRunState.AwaitingApproval);
        await DeltaAsync(world, Pupil.Number(4));

        (await feeds.RunAsync(world.System, first.Id, null, 0)).Value.Summary.State.ShouldBe(FeedRunState.AwaitingApproval);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task AnyDelta_SplitReorderedDuplicatedAndReplayed_ComesToTheSameState()
    {
        await Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3].Array[12], Gen.Int[0, 1000]).SampleAsync(async (count, kinds, seed) =>
        {
            var rows = Enumerable.Range(1, count).Select(number => Change(number, kinds[number - 1])).ToList();
            await using var whole = await StartedAsync();
            await DeltaAsync(whole, [.. rows]);

            await using var pieces = await StartedAsync();
            var shuffled = rows.OrderBy(row => (long)row.Upn!.Aggregate(seed, (sum, letter) => ((sum * 31) + letter) % 100_003)).ToList();
            var size = (seed % count) + 1;
            foreach (var piece in shuffled.Chunk(size).Concat(shuffled.Chunk(size).Take(1))) await DeltaAsync(pieces, [.. piece, piece[0]]);

            (await StateAsync(pieces)).ShouldBe(await StateAsync(whole));
        }, iter: 12, threads: 1);
    }

    private static async Task<World> StartedAsync()
    {
        var world = await World.StartAsync();
        await world.FeedAsync(Enumerable.Range(1, 6).Select(Pupil.Number).ToArray());
        return world;
    }

    private static Pupil Change(int number, int kind) => kind switch
    {
        0 => Pupil.Number(number),
        1 => Pupil.Number(number) with { Postcode = "M7 1AB" },
        2 => Pupil.Number(number) with { Known = "Robin" },
        _ => Pupil.Number(number) with { Leaving = "20/11/2026" },
    };

    private static async Task<FeedRunSummary> DeltaAsync(World world, params Pupil[] pupils)
    {
        var run = await world.Get<IFeeds>().ApplyAsync(world.System, FeedWorld.File(Pupil.File(pupils)) with { Semantics = FeedSemantics.Delta }, new FeedOptions { Approved = true });
        run.Succeeded.ShouldBeTrue(run.Error?.Message);
        run.Value.State.ShouldBe(FeedRunState.Applied);
        return run.Value;
    }

    private static async Task<string> StateAsync(World world) => string.Join('\n', (await world.RecordsAsync()).Select(record => string.Join('|',
        record.Identity!.Name.Value, record.Identity.DateOfBirth.Value, string.Join(',', record.Identity.OtherNames.Select(name => name.Value.Name.Given)), record.Whereabouts?.Value, record.Education,
        string.Join(',', record.Identifiers.Where(number => number.Scheme == "upn").Select(number => number.Value).Order()),
        string.Join(',', record.Involvements.Select(one => $"{one.ServiceCode} {one.Start} {one.End}").Order()))).Order(StringComparer.Ordinal));
}
