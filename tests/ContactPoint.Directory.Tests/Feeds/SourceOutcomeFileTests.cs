using System.Text;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Children;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class SourceOutcomeFileTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [Trait("Asvs", "1.2.10")]
    public async Task Write_ACellLikeAFormula_IsMadeText(string cell)
    {
        using var output = new MemoryStream();
        await using (var file = new SourceOutcomeFile(output)) await file.WriteAsync(new SourceRowView(2, SourceOutcome.Rejected, cell, cell, cell));

        var cells = Encoding.UTF8.GetString(output.ToArray()).TrimStart('\uFEFF').Split(',');
        cells.Skip(2).ShouldAllBe(text => text.TrimStart('"').StartsWith('\''));
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-06")]
    public void TheSourcesView_HasNothingOfTheSteward()
    {
        var types = typeof(SourceRowView).GetProperties().Select(property => property.PropertyType).ToList();

        types.ShouldNotContain(typeof(FeedOutcome));
        types.ShouldNotContain(typeof(ChildId));
        Enum.GetNames<SourceOutcome>().ShouldBe(["Accepted", "Unchanged", "Rejected"]);
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    [Trait("Invariant", "I-06")]
    public async Task WriteSourceOutcomes_OfARunWithEveryOutcome_TellsOnlyOfFormAndOwnLastFile()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(Pupil.Number(1));
        var run = await world.FeedAsync(
            Pupil.File(Pupil.Number(1), Pupil.Number(2), new Pupil { Upn = Given.Upn, Line1 = "3 Orchard Rise" }, new Pupil { Upn = Pupil.UpnOf(9), Forename = "Jasmine" }, new Pupil { Born = "x" }), approved: true);

        (await world.SourceFileAsync(run.Id)).Split("\r\n").ShouldBe(
        [
            "\uFEFFLine,Outcome,Code,Column,What to do", "2,unchanged,,,", "3,accepted,,,", "4,accepted,,,", "5,accepted,,,",
            "6,rejected,date.form,DOB,The date does not exist or is not written as dd/mm/yyyy or yyyy-mm-dd. Correct it.", "",
        ]);
    }
}
