using System.Text.Json.Serialization;
using ContactPoint.Benchmarks.Hosts;
using ContactPoint.Load.Circuits;
using ContactPoint.Load.Searching;
using ContactPoint.Load.Seeding;

namespace ContactPoint.Benchmarks.Memory;

/// <summary>A page whose circuits are weighed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasuredPage>))]
internal enum MeasuredPage
{
    /// <summary>The template's counter.</summary>
    Template,

    /// <summary>Find a child, just opened: it asks why.</summary>
    Opened,

    /// <summary>The search form.</summary>
    Form,

    /// <summary>The form and the results of a search.</summary>
    Results,
}

/// <summary>One reading.</summary>
internal sealed record MemoryReading(int Circuits, long ManagedBytes, long ResidentBytes);

/// <summary>What one circuit of a page adds: the slope of all readings, so that what the host holds anyway does not count.</summary>
internal sealed record PageFigure(MeasuredPage Page, double ManagedKb, double ResidentKb, IReadOnlyList<MemoryReading> Readings);

/// <summary>Weighs one page in a host of its own.</summary>
internal static class PageMemory
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public static async Task<PageFigure> MeasureAsync(MeasuredPage page, IReadOnlyList<int> counts)
    {
        var most = counts.Max() + Crowd.AtOnce;
        await using var host = await HostProcess.StartAsync(page == MeasuredPage.Template ? HostKind.Template : HostKind.Shell);
        var cookies = page == MeasuredPage.Template ? [] : await host.SeatsAsync(most);
        if (page == MeasuredPage.Results) await host.ChildrenAsync(most * SearchLoad.ChildrenAPage);

        // The first circuits pay for what all share: code, caches, tables, and the buffers that each thread keeps of those at work at once.
        List<IAsyncDisposable> open = [];
        List<MemoryReading> readings = [];
        foreach (var count in counts.Order().Select(count => count + Crowd.AtOnce))
        {
            var from = open.Count;
            open.AddRange((await Crowd.EachAsync(count - from, number => OpenAsync(page, host.Address, cookies.ElementAtOrDefault(from + number), from + number))).Made);
            await Task.Delay(Settle);
            var figures = await host.FiguresAsync();
            if (figures.Circuits != open.Count) throw new InvalidOperationException($"{figures.Circuits} circuits live, {open.Count} opened.");
            readings.Add(new MemoryReading(figures.Circuits, figures.ManagedBytes, figures.ResidentBytes));
        }

        foreach (var circuit in open) await circuit.DisposeAsync();
        return new PageFigure(page, Slope(readings, reading => reading.ManagedBytes), Slope(readings, reading => reading.ResidentBytes), readings);
    }

    private static async Task<IAsyncDisposable> OpenAsync(MeasuredPage page, Uri address, string? cookie, int seat)
    {
        var visitor = new Visitor(address, cookie);
        if (page == MeasuredPage.Template) return await Crowd.IdleAsync(visitor, "/counter", "button");
        var find = await FindPage.OpenAsync(visitor);
        if (page >= MeasuredPage.Form) await find.StateAsync();
        if (page == MeasuredPage.Results) await find.SearchAsync(SoughtChildren.Child(seat * SearchLoad.ChildrenAPage));
        return find;
    }

    private static double Slope(IReadOnlyList<MemoryReading> readings, Func<MemoryReading, long> of)
    {
        var meanX = readings.Average(reading => reading.Circuits);
        var meanY = readings.Average(reading => (double)of(reading));
        var above = readings.Sum(reading => (reading.Circuits - meanX) * (of(reading) - meanY));
        var below = readings.Sum(reading => (reading.Circuits - meanX) * (reading.Circuits - meanX));
        return below == 0 ? 0 : Math.Round(above / below / 1024, 1);
    }
}
