using ContactPoint.Matching.Index;
using ContactPoint.Tool.Bench.Search;

namespace ContactPoint.Tool.Tests;

public sealed class TieFigureTests
{
    [Fact]
    public void PlaceOf_OfMoreEqualsThanASearchReturns_CountsThemAll()
    {
        var (index, scan) = Directory(namesakes: 99);
        var trial = new SearchTrial("name only", "7", new IndexQuery { Family = "Osborne", Given = "Jayden" });
        TieFigure.PlaceOf(trial, index.Search(trial.Query), scan).ShouldBe((0, 98));
    }

    [Fact]
    public void PlaceOf_OfAChildBehindABetterOne_CountsThatOne()
    {
        var (index, scan) = Directory(namesakes: 1);
        var trial = new SearchTrial("typo", "other", new IndexQuery { Family = "Osborne", Given = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) });
        TieFigure.PlaceOf(trial, index.Search(trial.Query), scan).ShouldBe((1, 0));
    }

    [Fact]
    public void Of_TellsTheShareThatRandomOrderWins_AndTheBestThatAnyOrderCould()
    {
        var figure = TieFigure.Of([("a", (0, 0)), ("a", (0, 3)), ("a", (2, 1)), ("a", null)])["a"];
        (figure.Queries, figure.TiedFirst, figure.Expected, figure.Ceiling).ShouldBe((4, .25, .3125, .4375));
    }

    private static (IndexSnapshot Index, ColumnScan Scan) Directory(int namesakes)
    {
        var builder = new IndexBuilder();
        for (var i = 0; i < namesakes; i++) builder.Add(Child(i.ToString(System.Globalization.CultureInfo.InvariantCulture), "Osborne"));
        builder.Add(Child("other", "Osbourne"));
        var segment = builder.Build();
        return (new IndexSnapshot(segment), new ColumnScan(segment));
    }

    private static IndexRecord Child(string id, string family) =>
        new() { Key = BenchChild.KeyOf(id), Family = family, Given = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };
}
