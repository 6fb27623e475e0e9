using Bunit;
using ContactPoint.Ui.Fields;

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
    public async Task TextField_TypedBackToWhatWasShown_ShowsWhatTheFormKept()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "town").Add(f => f.Label, "Town").Add(f => f.Value, "Ab").Add(f => f.MaxLength, 2));

        await field.Find("input").ChangeAsync("Abc");

        field.Find("input").GetAttribute("value").ShouldBe("Ab");
        field.RenderCount.ShouldBe(2);
    }
}
