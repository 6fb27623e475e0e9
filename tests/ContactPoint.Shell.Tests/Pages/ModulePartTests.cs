using Bunit;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Modules;
using ContactPoint.Shell.Child;
using ContactPoint.Shell.Tests.Pages.Fakes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Shell.Tests.Pages;

/// <summary>What the record shows of the parts that modules own.</summary>
[Trait("Rule", "MOD-1")]
public sealed class ModulePartTests : PageContext
{
    private static readonly PartKey Contacts = new("sample.contacts");
    private static readonly PartKey Notes = new("sample.notes");

    public ModulePartTests() =>
        Services.AddSingleton(Made.Modules(Made.Part<Shown, TextView>(Notes, "Notes", 2), Made.Part<Shown, TextView>(Contacts, "School contacts", 1)));

    [Fact]
    [Trait("Rule", "SHD-2")]
    public void AMaskedRecord_ShowsNoneOfThem()
    {
        var page = Open(Made.Pass(Person.Caller!, Clock, granted: [PartKey.Identity]), new() { [PartKey.Identity] = null });

        page.FindAll(".cp-module-part").ShouldBeEmpty();
        page.Markup.ShouldNotContain("School contacts");
    }

    [Fact]
    public void WhatIsWithheldOrMissing_IsToldAsTheCoresPartsAre()
    {
        var page = Open(
            Made.Pass(Person.Caller!, Clock, granted: [PartKey.Identity, PartKey.School, Contacts], withheld: [new WithheldPart(Notes, "Notes: only education staff read it.")]), [], missing: [Contacts]);

        page.FindAll(".cp-module-part").ShouldBeEmpty();
        page.FindAll("li").Select(line => line.TextContent.Trim()).ShouldBe(["School contacts", "Notes: only education staff read it."]);
    }

    [Fact]
    public void TheyFollowTheCores_InTheirOrder_UnderTheirAccent()
    {
        var page = Open(Made.Pass(Person.Caller!, Clock, granted: [PartKey.Identity, PartKey.School, Contacts, Notes]), new() { [Contacts] = new Shown("office"), [Notes] = null });

        var sections = page.FindAll("section.cp-panel").Select(section => section.QuerySelector("h2")!.TextContent).ToList();
        sections.Take(4).ShouldBe(["Who works with the child", "Family and home", "School contacts", "Notes"], ignoreOrder: false);
        var parts = page.FindAll(".cp-module-part");
        parts.ShouldAllBe(part => part.GetAttribute("data-accent") == "education");
        parts[0].QuerySelector("p")!.TextContent.ShouldBe("office");
        parts[1].QuerySelector("p")!.TextContent.ShouldBe("Nothing is recorded here");
    }

    [Fact]
    [Trait("Invariant", "I-45")]
    public void AViewThatBreaks_CostsItsPartAlone()
    {
        var page = Open(Made.Pass(Person.Caller!, Clock, granted: [PartKey.Identity, PartKey.School, Contacts, Notes]), new() { [Contacts] = new Shown("breaks"), [Notes] = new Shown("likes chess") });

        page.FindAll(".cp-module-part p").Select(text => text.TextContent).ShouldBe(["This could not be shown just now. Open the record again in a few minutes.", "likes chess"]);
    }

    private IRenderedComponent<ChildPage> Open(RecordPass pass, Dictionary<PartKey, object?> shown, PartKey[]? missing = null)
    {
        Gate.Open = () => pass;
        Gate.Read = opened => Made.Reading(opened, shown, missing ?? []);
        State();
        return Render<ChildPage>(parameters => parameters.Add(child => child.Handle, "handle-1"));
    }

    private sealed record Shown(string Text);

    private sealed class TextView : ComponentBase
    {
        [Parameter, EditorRequired]
        public Disclosed<Shown> Part { get; set; } = default!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (Part.Value.Text == "breaks") throw new InvalidOperationException("a view that breaks");
            builder.OpenElement(0, "p");
            builder.AddContent(1, Part.Value.Text);
            builder.CloseElement();
        }
    }
}
