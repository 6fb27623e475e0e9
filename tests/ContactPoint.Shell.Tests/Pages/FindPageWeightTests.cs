using Bunit;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Shell.FindChild;
using ContactPoint.Shell.Layout;
using ContactPoint.Shell.Tests.Pages.Fakes;
using ContactPoint.Ui.Actions;
using Microsoft.AspNetCore.Components.Rendering;

namespace ContactPoint.Shell.Tests.Pages;

/// <summary>
/// The search page in its frame keeps no more than this in a circuit. Bytes are weighed by <c>bench memory</c> and vary; components and
/// frames are what they come from, and do not.
/// </summary>
public sealed class FindPageWeightTests : PageContext
{
    private const int MostComponents = 25;

    [Fact]
    public void Opened_KeepsFewTrees() => Weigh(Open(), 1000);

    [Fact]
    public async Task WithTheForm_KeepsFewTrees() => Weigh(await StatingAsync(), 1100);

    [Fact]
    public async Task WithResults_KeepsFewTrees() => Weigh(await SearchedAsync(), 1200);

    [Fact]
    public async Task WithTenResults_KeepsFewTrees() => Weigh(await SearchedAsync(results: 10), 1400);

    [Fact]
    public async Task AfterASearch_WhatDidNotChange_WasDrawnOnce()
    {
        var trees = DrawnTrees.Of(await SearchedAsync(), Renderer);

        trees.Where(tree => tree.Before > 0).Select(tree => tree.Component).Order(StringComparer.Ordinal)
            .ShouldBe([nameof(CpButton), nameof(EnoughNote), nameof(FindResults), nameof(PurposeStated), nameof(StatementFirst)]);
    }

    private void Weigh(IRenderedComponent<MainLayout> page, int most)
    {
        var trees = DrawnTrees.Of(page, Renderer);
        var told = string.Join('\n', trees.OrderByDescending(tree => tree.Frames).Select(tree => $"{tree.Now,5} {tree.Before,5} {tree.Component}"));
        trees.Count.ShouldBeLessThanOrEqualTo(MostComponents, told);
        trees.Sum(tree => tree.Frames).ShouldBeLessThanOrEqualTo(most, told);
    }

    private IRenderedComponent<MainLayout> Open() => Render<MainLayout>(p => p.Add(layout => layout.Body, Page));

    private async Task<IRenderedComponent<MainLayout>> StatingAsync()
    {
        var page = Open();
        await page.Find("#purpose-1").ChangeAsync("1");
        await page.Find("#relationship-0").ChangeAsync("0");
        await page.Find("form.cp-statement").SubmitAsync();
        page.WaitForElement("#family-name");
        return page;
    }

    private async Task<IRenderedComponent<MainLayout>> SearchedAsync(int results = 1)
    {
        Gate.Search = new SearchAnswer([.. Enumerable.Range(1, results).Select(number => Made.Disclosed(new SearchResult(
            new ChildHandle($"handle-{number}"), new ChildSummary("Osborne", "Jayden", Gender.Male, 2015, new LocalAuthorityCode("355")), ["family name one letter off", "date of birth exact"])))]);
        var page = await StatingAsync();
        foreach (var (field, text) in new[] { ("family-name", "Osborn"), ("given-name", "Jaydon"), ("birth-day", "14"), ("birth-month", "3"), ("birth-year", "2015") })
            await page.Find($"#{field}").ChangeAsync(text);
        await page.Find("form[role=search]").SubmitAsync();
        page.WaitForElement(".cp-result");
        return page;
    }

    private static void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<FindPage>(0);
        builder.CloseComponent();
    }
}
