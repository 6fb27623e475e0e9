using Bunit;
using ContactPoint.Ui.Fields;

namespace ContactPoint.Ui.Tests.Fields;

public sealed class TextFieldTests : UiContext
{
    [Fact]
    public void Field_WithError_IsInvalidAndDescribedByHintAndError()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "family").Add(f => f.Label, "Family name")
            .Add(f => f.Hint, "As in the register").Add(f => f.Error, "Enter the family name"));

        var input = field.Find("input");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        string.Join(' ', input.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.Find($"#{id}").TextContent))
            .ShouldBe("As in the register Error: Enter the family name");
    }

    [Fact]
    public void Field_WithoutErrorOrHint_RefersToNothing()
    {
        var input = Render<CpTextField>(p => p.Add(f => f.Id, "family").Add(f => f.Label, "Family name")).Find("input");

        input.HasAttribute("aria-describedby").ShouldBeFalse();
        input.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Fact]
    public void Label_NamesTheInput_AndSaysWhenOptional()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "given").Add(f => f.Label, "Given name").Add(f => f.Optional, true));

        var label = field.Find("label");
        label.GetAttribute("for").ShouldBe(field.Find("input").Id);
        label.TextContent.Trim().ShouldBe("Given name (optional)");
    }

    [Fact]
    public void Browser_IsNotAskedToKeepOrSpellWhatIsTyped()
    {
        var input = Render<CpTextField>(p => p.Add(f => f.Id, "family").Add(f => f.Label, "Family name")).Find("input");

        input.GetAttribute("autocomplete").ShouldBe("off");
        input.GetAttribute("spellcheck").ShouldBe("false");
    }

    [Fact]
    public async Task TextLongerThanAllowed_IsCutEvenIfTheBrowserLetItPass()
    {
        string? value = null;
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "x").Add(f => f.Label, "X").Add(f => f.MaxLength, 5).Add(f => f.ValueChanged, v => value = v));

        await field.Find("input").ChangeAsync("abcdefgh");

        value.ShouldBe("abcde");
    }

    [Fact]
    public void SeveralRows_MakeATextArea()
    {
        var field = Render<CpTextField>(p => p.Add(f => f.Id, "note").Add(f => f.Label, "Note").Add(f => f.Rows, 3));

        field.Find("textarea").Id.ShouldBe("note");
        field.FindAll("input").ShouldBeEmpty();
    }
}
