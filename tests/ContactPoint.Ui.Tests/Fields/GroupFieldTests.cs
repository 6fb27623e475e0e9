using Bunit;
using ContactPoint.Ui.Fields;

namespace ContactPoint.Ui.Tests.Fields;

public sealed class GroupFieldTests : UiContext
{
    private static readonly CpOption<string>[] Purposes = [new("care-secret", "Direct care"), new("enquiry-secret", "Enquiry", "Section 47")];

    [Fact]
    public void Date_IsAGroupWithALegendAndThreeLabelledInputs()
    {
        var date = Render<CpDateField>(p => p.Add(f => f.Id, "born").Add(f => f.Label, "Date of birth").Add(f => f.Error, "Not a date"));

        date.Find("fieldset#born > legend").TextContent.Trim().ShouldBe("Date of birth");
        date.Find("fieldset").GetAttribute("aria-describedby").ShouldBe("born-error");
        date.FindAll("input").Select(input => date.Find($"label[for='{input.Id}']").TextContent).ShouldBe(["Day", "Month", "Year"]);
    }

    [Fact]
    public async Task Date_KeepsWhatWasTypedPartByPart()
    {
        var value = DateEntry.Empty;
        var date = Render<CpDateField>(p => p.Add(f => f.Id, "born").Add(f => f.Label, "Born").Bind(f => f.Value, value, v => value = v));

        await date.Find("#born-day").ChangeAsync("31");
        await date.Find("#born-month").ChangeAsync("feb");
        await date.Find("#born-year").ChangeAsync("2015");

        value.ShouldBe(new DateEntry("31", "feb", "2015"));
    }

    [Fact]
    public void Select_PutsNoValuesIntoThePage()
    {
        var select = Render<CpSelect<string>>(p => p.Add(f => f.Id, "purpose").Add(f => f.Label, "Purpose").Add(f => f.Options, Purposes));

        select.Markup.ShouldNotContain("secret");
        select.Find("label").GetAttribute("for").ShouldBe("purpose");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("care-secret")]
    [InlineData("")]
    public async Task Select_APositionThatDoesNotExist_ChoosesNothing(string sent)
    {
        string? value = "before";
        var select = Render<CpSelect<string>>(p => p.Add(f => f.Id, "purpose").Add(f => f.Label, "Purpose").Add(f => f.Options, Purposes)
            .Add(f => f.ValueChanged, v => value = v));

        await select.Find("select").ChangeAsync(sent);

        value.ShouldBeNull();
    }

    [Fact]
    public async Task Select_APosition_ChoosesItsValue()
    {
        string? value = null;
        var select = Render<CpSelect<string>>(p => p.Add(f => f.Id, "purpose").Add(f => f.Label, "Purpose").Add(f => f.Options, Purposes)
            .Add(f => f.ValueChanged, v => value = v));

        await select.Find("select").ChangeAsync("1");

        value.ShouldBe("enquiry-secret");
    }

    [Fact]
    public void Radios_AreAGroupWithALegend_AndNothingIsChosenAtFirst()
    {
        var radios = Render<CpRadioGroup<string>>(p => p.Add(f => f.Id, "purpose").Add(f => f.Label, "Why do you look?").Add(f => f.Options, Purposes));

        radios.Find("fieldset#purpose > legend").TextContent.Trim().ShouldBe("Why do you look?");
        radios.FindAll("input[type=radio]").ShouldAllBe(input => !input.HasAttribute("checked"));
        radios.FindAll("input[type=radio]").Select(input => radios.Find($"label[for='{input.Id}']").TextContent).ShouldBe(["Direct care", "Enquiry"]);
    }

    [Fact]
    public async Task Radios_AChoice_IsReported()
    {
        string? value = null;
        var radios = Render<CpRadioGroup<string>>(p => p.Add(f => f.Id, "purpose").Add(f => f.Label, "Why?").Add(f => f.Options, Purposes)
            .Add(f => f.ValueChanged, v => value = v));

        await radios.Find("#purpose-1").ChangeAsync("1");

        value.ShouldBe("enquiry-secret");
        radios.Find("#purpose-1").HasAttribute("checked").ShouldBeTrue();
        radios.Find($"#{radios.Find("#purpose-1").GetAttribute("aria-describedby")}").TextContent.ShouldBe("Section 47");
    }

    [Fact]
    public async Task Checkbox_IsNamedByItsLabel_AndReportsTicks()
    {
        var value = false;
        var box = Render<CpCheckbox>(p => p.Add(f => f.Id, "sure").Add(f => f.Label, "I work with this child").Add(f => f.ValueChanged, v => value = v));

        box.Find("label[for=sure]").TextContent.Trim().ShouldBe("I work with this child");
        await box.Find("#sure").ChangeAsync(true);

        value.ShouldBeTrue();
    }
}
