using System.CommandLine;

namespace ContactPoint.Benchmarks.Memory;

/// <summary>What a circuit weighs: the template's, the search page just opened, and with the results of a search; in one run, each in a host of its own.</summary>
internal static class MemoryCommand
{
    private const double MostTimesTheTemplate = 1.5;

    public static Command Build()
    {
        var counts = new Option<int[]>("--counts") { Description = "Circuits at each reading.", DefaultValueFactory = _ => [0, 100, 200, 400], AllowMultipleArgumentsPerToken = true };
        var only = new Option<MeasuredPage[]>("--pages") { Description = "Which pages.", DefaultValueFactory = _ => Enum.GetValues<MeasuredPage>(), AllowMultipleArgumentsPerToken = true };
        var json = Report.JsonOption();
        var command = new Command("memory", "Memory of a circuit: the search page against the template's page.") { counts, only, json };
        command.SetAction(async (parsed, _) =>
        {
            var load = Report.LoadAverage();
            List<PageFigure> pages = [];
            foreach (var page in parsed.GetValue(only)!)
            {
                Report.Progress($"{page}…");
                pages.Add(await PageMemory.MeasureAsync(page, parsed.GetValue(counts)!));
            }

            Say(new MemoryFigures(load, pages), parsed.GetValue(json));
            return 0;
        });
        return command;
    }

    private static void Say(MemoryFigures figures, bool asJson) => Report.Say(figures, asJson,
    [
        $"{"page",-10} {"managed KB",11} {"resident KB",12} {"x template",11}   at {string.Join(", ", figures.Pages[0].Readings.Select(reading => reading.Circuits))} circuits; load average {figures.LoadAverage}",
        .. figures.Pages.Select(page => $"{page.Page,-10} {page.ManagedKb,11:F1} {page.ResidentKb,12:F1} {figures.TimesTemplate(page),11:F2}"),
        $"Limit: {MostTimesTheTemplate} times the template's managed memory.",
    ]);
}

/// <summary>What the memory bench found.</summary>
internal sealed record MemoryFigures(string LoadAverage, IReadOnlyList<PageFigure> Pages)
{
    public IReadOnlyDictionary<string, double> Ratios => Pages.ToDictionary(page => page.Page.ToString(), TimesTemplate);

    public double TimesTemplate(PageFigure page) =>
        Pages.FirstOrDefault(other => other.Page == MeasuredPage.Template) is { ManagedKb: > 0 } template ? Math.Round(page.ManagedKb / template.ManagedKb, 2) : double.NaN;
}
