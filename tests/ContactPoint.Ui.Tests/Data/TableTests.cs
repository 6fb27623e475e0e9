using Bunit;
using ContactPoint.Ui.Data;

namespace ContactPoint.Ui.Tests.Data;

public sealed class TableTests : UiContext
{
    [Fact]
    public void Table_HasACaptionAndHeadersWithScope()
    {
        var table = Render<TableSample>(p => p.Add(t => t.Items, [1, 2]));

        table.Find("table > caption").TextContent.ShouldBe("Numbers");
        table.FindAll("thead th[scope=col]").Select(header => header.TextContent.Trim()).ShouldBe(["Name", "Square", "Open"]);
        table.FindAll("tbody th[scope=row]").Select(header => header.TextContent).ShouldBe(["Row 1", "Row 2"]);
    }

    [Fact]
    public void Cells_CarryTheirColumnsNameForNarrowScreens() =>
        Render<TableSample>(p => p.Add(t => t.Items, [1])).FindAll("td").Select(cell => cell.GetAttribute("data-label")).ShouldBe(["Square", null]);

    [Fact]
    public async Task MoreThan25Rows_AreTurnedPageByPage()
    {
        var table = Render<TableSample>(p => p.Add(t => t.Items, Enumerable.Range(1, 60).ToList()));
        table.FindAll("tbody tr").Count.ShouldBe(25);
        table.Find("nav").GetAttribute("aria-label").ShouldBe("Pages of Numbers");
        table.Find("nav [role=status]").TextContent.ShouldBe("Rows 1 to 25 of 60");

        await table.FindAll("nav button")[1].ClickAsync();
        await table.FindAll("nav button")[1].ClickAsync();

        table.FindAll("tbody tr").Count.ShouldBe(10);
        table.Find("tbody th").TextContent.ShouldBe("Row 51");
        table.FindAll("nav button")[1].HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public void ACallerThatReadsTooMuch_StillShows25()
    {
        var table = Render<TableSample>(p => p.Add(t => t.Items, Enumerable.Range(1, 40).ToList()).Add(t => t.PageChanged, _ => { }));

        table.FindAll("tbody tr").Count.ShouldBe(25);
    }

    [Fact]
    [Trait("Invariant", "I-04")]
    public async Task PagesReadByTheCaller_NameNoTotal_AndAreAskedFor()
    {
        var asked = new List<int>();
        var table = Render<TableSample>(p => p.Add(t => t.Items, Enumerable.Range(1, 25).ToList()).Add(t => t.More, true).Add(t => t.PageChanged, page => asked.Add(page)));

        table.Find("nav [role=status]").TextContent.ShouldBe("Rows 1 to 25");
        await table.FindAll("nav button")[1].ClickAsync();

        asked.ShouldBe([1]);
    }

    [Fact]
    public void AListThatBecameShorter_ShowsItsLastPage()
    {
        var table = Render<TableSample>(p => p.Add(t => t.Items, Enumerable.Range(1, 60).ToList()).Add(t => t.Page, 2));

        table.Render(p => p.Add(t => t.Items, [1, 2, 3]));

        table.FindAll("tbody tr").Count.ShouldBe(3);
        table.FindAll("nav").ShouldBeEmpty();
    }

    [Fact]
    public void NoRows_ShowWhatToDoInstead()
    {
        var table = Render<TableSample>(p => p.Add(t => t.Items, []));

        table.FindAll("table").ShouldBeEmpty();
        table.Markup.ShouldContain("Nothing yet");
    }

    [Fact]
    public void Waterfall_HidesItsBars_AndSaysTheSameInATable()
    {
        WaterfallStep[] steps = [new("Family name", 7.2, "one letter off"), new("Gender", -2.6, "different")];
        var waterfall = Render<Waterfall>(p => p.Add(w => w.Caption, "Compared").Add(w => w.Steps, steps));

        waterfall.FindAll("svg").ShouldAllBe(bars => bars.Closest("[aria-hidden=true]") != null);
        waterfall.Find("figcaption").TextContent.ShouldContain("+4.6 bits");
        waterfall.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))
            .ShouldBe(["Family name|one letter off|+7.2", "Gender|different|−2.6"]);
    }

    [Fact]
    public void SummaryList_PairsTermsWithDescriptions()
    {
        var list = Render<SummaryList>(p => p.AddChildContent<SummaryRow>(row => row.Add(r => r.Key, "School").AddChildContent("St Luke's")));

        list.Find("dl dt").TextContent.ShouldBe("School");
        list.Find("dl dd").TextContent.ShouldBe("St Luke's");
    }
}
