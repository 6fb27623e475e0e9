using System.Diagnostics;
using ContactPoint.Load.Seeding;

namespace ContactPoint.Load.Searching;

/// <summary>Many people at the page, each searching at a pace for children that nobody else searches for.</summary>
/// <param name="pages">Their pages, stated and ready.</param>
public sealed class SearchLoad(IReadOnlyList<FindPage> pages)
{
    /// <summary>How many children each page searches for, in turn.</summary>
    public const int ChildrenAPage = 3;

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    /// <summary>Searches for as long as asked, then waits for the last answers.</summary>
    /// <param name="every">The pause from one search of a page to its next, by the clock and not by the answer: a slow host gets no rest.</param>
    /// <param name="length">How long searches begin.</param>
    public async Task<SearchFigures> RunAsync(TimeSpan every, TimeSpan length)
    {
        var figures = new SearchFigures();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(pages.Select((page, seat) => Task.Run(() => SearchAsync(page, seat, start, every, length, figures))));
        return figures;
    }

    private async Task SearchAsync(FindPage page, int seat, long start, TimeSpan every, TimeSpan length, SearchFigures figures)
    {
        // Spread over the pace, so that they do not all search in the same moment.
        var turn = every * ((double)seat / pages.Count);
        for (var round = 0; turn < length && !page.Circuit.Cut.IsCompleted; turn += every, round++)
        {
            var wait = turn - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            else if (wait < -Late) figures.CountBehind();
            await SearchOnceAsync(page, SoughtChildren.Child((seat * ChildrenAPage) + (round % ChildrenAPage)), figures);
        }
    }

    private static async Task SearchOnceAsync(FindPage page, ChildSought child, SearchFigures figures)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var listed = await page.SearchAsync(child);
            figures.Answered(Stopwatch.GetElapsedTime(begun));
            if (listed.Count == 0 || listed[0] != child.Listed) figures.CountWrong($"sought {child.Listed}, listed {string.Join("; ", listed)}");
        }
        catch (SearchRefusedException refusal)
        {
            figures.CountRefused(refusal.Message);
        }
#pragma warning disable CA1031 // A search that fails is a figure of the load, not its end.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            figures.CountFailed($"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
