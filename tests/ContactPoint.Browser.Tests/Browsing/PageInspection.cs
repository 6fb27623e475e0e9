using ContactPoint.Browser.Tests.Hosts;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ContactPoint.Browser.Tests.Browsing;

/// <summary>Looks at a page as it stands: axe in light and in dark, nothing to scroll sideways at 320 px, and a picture of each.</summary>
internal sealed class PageInspection(Visit visit, string prefix)
{
    private const int Narrow = 320;
    private const int NarrowHeight = 640;

    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private readonly List<string> findings = [];

    private int pages;

    /// <summary>What is wrong, page by page; empty when nothing is.</summary>
    public IReadOnlyList<string> Findings => findings;

    public async Task LookAsync(string name)
    {
        var file = Path.Combine(BuiltFiles.Screenshots, $"{prefix}-{++pages:D2}-{name}");
        await AxeAsync(name, "light");
        await PhotographAsync($"{file}-light.png");
        await NarrowAsync(name, $"{file}-320.png");
        await SwitchAsync(ColorScheme.Dark);
        await AxeAsync(name, "dark");
        await PhotographAsync($"{file}-dark.png");
        await SwitchAsync(ColorScheme.Light);
    }

    private Task AxeAsync(string name, string scheme) => visit.InspectAsync(async () =>
    {
        var result = await visit.Page.RunAxe(Wcag);
        findings.AddRange(result.Violations.Select(violation =>
            $"{name} ({scheme}): {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    });

    private async Task NarrowAsync(string name, string file)
    {
        await visit.Page.SetViewportSizeAsync(Narrow, NarrowHeight);
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > Narrow)
        {
            var widest = await visit.Page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join(' | ')");
            findings.Add($"{name}: {width} px wide at {Narrow} px: {widest}");
        }

        await PhotographAsync(file);
        await visit.Page.SetViewportSizeAsync(Visit.Width, Visit.Height);
    }

    // MudBlazor's colours come over the circuit; until they have changed, axe would measure a mixture.
    private async Task SwitchAsync(ColorScheme scheme)
    {
        const string Colour = "() => getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-background')";
        var before = await visit.Page.EvaluateAsync<string>(Colour);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        if (before.Length > 0) await visit.Page.WaitForFunctionAsync($"before => ({Colour})() !== before", before);
    }

    private Task PhotographAsync(string file) => visit.InspectAsync(() => visit.Page.ScreenshotAsync(new() { Path = file, FullPage = true }));
}
