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
    public void WithTheForm_KeepsFewTrees() => Weigh(Stating(), 1100);

    [Fact]
    public void WithResults_KeepsFewTrees() => Weigh(Searched(), 1200);

    [Fact]
    public void WithTenResults_KeepsFewTrees() => Weigh(Searched(results: 10), 1400);

    [Fact]
    public void AfterASearch_WhatDidNotChange_WasDrawnOnce()
    {
        var trees = DrawnTrees.Of(Searched(), Renderer);

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

    private IRenderedComponent<MainLayout> Stating()
    {
        var page = Open();
        page.Find("#purpose-1").Change("1");
        page.Find("#relationship-0").Change("0");
        page.Find("form.cp-statement").Submit();
        page.WaitForElement("#family-name");
        return page;
    }

    private IRenderedComponent<MainLayout> Searched(int results = 1)
    {
        Gate.Search = new SearchAnswer([.. Enumerable.Range(1, results).Select(number => Made.Disclosed(new SearchResult(
            new ChildHandle($"handle-{number}"), new ChildSummary("Osborne", "Jayden", Gender.Male, 2015, new LocalAuthorityCode("355")), ["family name one letter off", "date of birth exact"])))]);
        var page = Stating();
        foreach (var (field, text) in new[] { ("family-name", "Osborn"), ("given-name", "Jaydon"), ("birth-day", "14"), ("birth-month", "3"), ("birth-year", "2015") })
            page.Find($"#{field}").Change(text);
        page.Find("form[role=search]").Submit();
        page.WaitForElement(".cp-result");
        return page;
    }

    private static void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<FindPage>(0);
        builder.CloseComponent();
    }
}
