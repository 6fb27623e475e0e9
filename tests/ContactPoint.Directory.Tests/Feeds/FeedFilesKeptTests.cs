using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class FeedFilesKeptTests
{
    [Fact]
    [Trait("Rule", "REC-1")]
    [Trait("Invariant", "I-48")]
    [Trait("Asvs", "14.2.7")]
    public async Task Receive_KeepsTheFileUnderSealUntilItsRunHasEndedAndNoLonger()
    {
        await using var world = await World.StartAsync();
        var feeds = world.Get<IFeeds>();
        await world.FeedAsync(Pupil.Number(1));
        (await ChunksAsync(world)).ShouldBe(0);
        var waiting = (await feeds.ApplyAsync(world.System, FeedWorld.File(Pupil.File(Pupil.Number(2) with { Surname = "Zzyzxley" })), new FeedOptions())).Value;
        waiting.State.ShouldBe(FeedRunState.AwaitingApproval);
        (await ChunksAsync(world)).ShouldBe(1);
        foreach (var file in System.IO.Directory.GetFiles(world.Host.DataDirectory, "contactpoint.db*"))
        {
            await using var stream = new FileStream(file, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete });
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("Zzyzxley")).ShouldBe(-1);
        }

        using var queue = world.Queue();
        await queue.TidyAsync(CancellationToken.None);
        (await ChunksAsync(world)).ShouldBe(1);
        world.Host.Clock.Advance(TimeSpan.FromDays(15));
        await queue.TidyAsync(CancellationToken.None);

        (await ChunksAsync(world)).ShouldBe(0);
    }

    private static Task<int> ChunksAsync(World world) => world.Get<IUnitOfWorkFactory>().ReadAsync(unit =>
        ValueTask.FromResult(Convert.ToInt32(unit.Prepare("SELECT COUNT(*) FROM $directory.feed_chunk").ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)));
}
