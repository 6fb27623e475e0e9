using System.Globalization;
using Bunit;
using ContactPoint.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;

namespace ContactPoint.Ui.Tests.Fields;

/// <summary>A field is drawn again when what it shows has changed, and only then (ADR 0009).</summary>
public sealed class FieldDrawingTests : UiContext
{
    public static TheoryData<string, object> Changes => new()
    {
        { nameof(CpTextField.Id), "other" },
        { nameof(CpTextField.Label), "Other" },
        { nameof(CpTextField.Hint), "Other" },
        { nameof(CpTextField.Error), "Other" },
        { nameof(CpTextField.Optional), true },
        { nameof(CpTextField.Disabled), true },
        { nameof(CpTextField.Value), "Other" },
        { nameof(CpTextField.Type), "search" },
        { nameof(CpTextField.Name), "other" },
        { nameof(CpTextField.Autocomplete), "name" },
        { nameof(CpTextField.InputMode), "numeric" },
        { nameof(CpTextField.MaxLength), 7 },
        { nameof(CpTextField.Width), 7 },
        { nameof(CpTextField.Rows), 3 },
        { nameof(CpTextField.SpellCheck), true },
    };

    public static TheoryData<string, object> SelectChanges => new()
    {
        { nameof(CpSelect<string>.Id), "other" },
        { nameof(CpSelect<string>.Label), "Other" },
        { nameof(CpSelect<string>.Hint), "Other" },
        { nameof(CpSelect<string>.Error), "Other" },
        { nameof(CpSelect<string>.Optional), true },
        { nameof(CpSelect<string>.Disabled), true },
        { nameof(CpSelect<string>.Value), "b" },
        { nameof(CpSelect<string>.Placeholder), "Any" },
        { nameof(CpSelect<string>.Options), new CpOption<string>[] { new("c", "C") } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void TextField_AnyParameterChanges_IsDrawnAgain(string name, object value)
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "town").Add(f => f.Label, "Town"));
        var before = field.Markup;

        field.Render(p => p.TryAdd(name, value));

        field.Markup.ShouldNotBe(before);
    }

    [Fact]
    public void TextField_NothingNew_IsNotDrawnAgain()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "town").Add(f => f.Label, "Town").Add(f => f.ValueChanged, _ => { }));

        field.Render(p => p.Add(f => f.Label, "Town").Add(f => f.ValueChanged, _ => { }));

        field.RenderCount.ShouldBe(1);
    }

    [Fact]
    public async Task TextField_TypedInto_IsNotDrawnAgain_AndItsTreeHoldsWhatTheBrowserShows()
    {
        string? kept = null;
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "town").Add(f => f.Label, "Town").Bind(f => f.Value, null, value => kept = value));

        await TypeAsync(field, "input", "Salford");

        kept.ShouldBe("Salford");
        field.RenderCount.ShouldBe(1);
        field.Render(p => p.Add(f => f.Hint, "Where"));
        field.Find("input").GetAttribute("value").ShouldBe("Salford");
    }

    [Fact]
    public async Task TextField_EmptiedByItsForm_IsDrawnAgain()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "town").Add(f => f.Label, "Town"));
        await TypeAsync(field, "input", "Salford");

        field.Render(p => p.Add(f => f.Value, null));

        field.RenderCount.ShouldBe(2);
        field.Find("input").HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public async Task DateField_TypedInto_IsNotDrawnAgain()
    {
        var date = Render<CpDateField>(p => p.Add(f => f.Id, "born").Add(f => f.Label, "Born"));

        await TypeAsync(date, "#born-day", "31");
        await TypeAsync(date, "#born-month", "feb");

        date.Instance.Value.ShouldBe(new DateEntry("31", "feb", ""));
        date.RenderCount.ShouldBe(1);
    }

    [Fact]
    public async Task DateField_PartLongerThanAllowed_IsCutAndDrawnAgain()
    {
        var date = Render<CpDateField>(p => p.Add(f => f.Id, "born").Add(f => f.Label, "Born"));

        await TypeAsync(date, "#born-month", "a month without an end");

        date.Find("#born-month").GetAttribute("value").ShouldBe("a month with");
        date.RenderCount.ShouldBe(2);
    }

    [Fact]
    public async Task Select_ChosenFrom_IsNotDrawnAgain_UnlessThereIsNoSuchOption()
    {
        CpOption<string>[] options = [new("a", "A"), new("b", "B")];
        var select = Render<CpSelect<string>>(p => p.Add(f => f.Id, "letter").Add(f => f.Label, "Letter").Add(f => f.Options, options).Add(f => f.Placeholder, "Any"));

        await TypeAsync(select, "select", "1");
        select.Instance.Value.ShouldBe("b");
        select.RenderCount.ShouldBe(1);
        await TypeAsync(select, "select", "");
        select.Instance.Value.ShouldBeNull();
        select.RenderCount.ShouldBe(1);
        await TypeAsync(select, "select", "7");
        select.RenderCount.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(SelectChanges))]
    public void Select_AnyParameterChanges_IsDrawnAgain(string name, object value)
    {
        CpOption<string>[] options = [new("a", "A"), new("b", "B")];
        var select = Render<CpSelect<string>>(p => p.Add(f => f.Id, "letter").Add(f => f.Label, "Letter").Add(f => f.Options, options));
        var before = select.Markup;

        select.Render(p => p.TryAdd(name, value));

        select.Markup.ShouldNotBe(before);
    }

    [Fact]
    public async Task TextField_TypedBackToWhatWasShown_ShowsWhatTheFormKept()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "town").Add(f => f.Label, "Town").Add(f => f.Value, "Ab").Add(f => f.MaxLength, 2));

        await field.Find("input").ChangeAsync("Abc");

        field.Find("input").GetAttribute("value").ShouldBe("Ab");
        field.RenderCount.ShouldBe(2);
    }

    // As a browser says it: with the field's text for the tree, which bUnit's own events leave out.
    private Task TypeAsync<TField>(IRenderedComponent<TField> field, string selector, string text)
        where TField : IComponent
    {
        var handler = ulong.Parse(field.Find(selector).GetAttribute("blazor:onchange")!, CultureInfo.InvariantCulture);
#pragma warning disable BL0006 // The one way to raise an event as the browser does.
        return Renderer.DispatchEventAsync(handler, new EventFieldInfo { ComponentId = field.ComponentId, FieldValue = text }, new ChangeEventArgs { Value = text });
#pragma warning restore BL0006
    }
}
