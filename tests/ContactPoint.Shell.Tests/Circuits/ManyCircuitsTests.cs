using System.Globalization;
using ContactPoint.Load.Circuits;
using ContactPoint.Load.Searching;
using ContactPoint.Load.Seeding;
using ContactPoint.Shell.Tests.Hosting;

namespace ContactPoint.Shell.Tests.Circuits;

/// <summary>
/// Many people at once, each at a page of their own. What is held is correctness, not speed: the benchmark measures that
/// (docs/performance.md, "Circuits").
/// </summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class ManyCircuitsTests
{
    // Revocations are timed in other classes: not while five hundred people search.
    private const string Alone = "Many circuits";

    private const int AtOnce = 8;

    private static readonly int Count = Setting("CONTACTPOINT_CIRCUITS", 500);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(Setting("CONTACTPOINT_CIRCUIT_SECONDS", 60));

    // Slow enough for a build without optimisation on two cores that other tests use as well.
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(Setting("CONTACTPOINT_CIRCUIT_PACE", 20));

    [Fact]
    [Trait("Kind", "Load")]
    [Trait("Rule", "AUD-1")]
    public async Task Circuits_SearchingAtOnce_EachGetTheirOwnAnswers_AndEverySearchIsInTheTrail()
    {
        await using var app = await ShellApp.StartAsync();
        await new SoughtChildren(app.Host.Services).WriteAsync(Count * SearchLoad.ChildrenAPage);
        var cookies = await new Seats(app.Kernel.Users).TakeAsync(Count);
        var pages = new FindPage[Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seat, _) =>
        {
            pages[seat] = await FindPage.OpenAsync(new Visitor(app.Address, cookies[seat]));
            await pages[seat].StateAsync();
        });

        var figures = await new SearchLoad(pages).RunAsync(Every, Length);

        figures.Words.ShouldBeEmpty();
        figures.Answers.ShouldBe(Count * (int)Math.Ceiling(Length / Every));
        pages.Count(page => page.Circuit.Cut.IsCompleted).ShouldBe(0, "circuits that were dropped");
        pages.Sum(page => page.Circuit.Faults).ShouldBe(0, "faults that the host told of");
        (await SearchEntries.CountAsync(app.Host.Services)).ShouldBe(figures.Answers);
        foreach (var page in pages) await page.DisposeAsync();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
