using ContactPoint.Directory.Data;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Feeds.Runs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Directory.Tests.Feeds;

public sealed class QueuedRowTests
{
    private static readonly Pupil Twin = new() { Forename = "Jasmine", Gender = "F", Known = "Jas", Carer = "Osborne" };

    [Fact]
    [Trait("Rule", "FED-6")]
    [Trait("Rule", "FED-7")]
    public async Task Apply_ARowThatWaits_KeepsItUnderSealWithItsCandidatesAndTheirWeights()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());

        var run = await world.FeedAsync(Twin);

        var row = await world.JobAsync(async (pass, unit) => await unit.Lease<DirectoryContext>(DisclosureScope.For(pass)).Set<FeedVerdictRow>().AsNoTracking().SingleAsync());
        var verdict = Verdict.Open(world.Get<ISealer>(), row.VerdictId, row.VerdictSealed)!;
        (row.RunId, row.Line, verdict.Truth, verdict.Why).ShouldBe((run.Id, 2, FeedOutcome.Queued, "match.given-name"));
        verdict.Row!.Name.Given.ShouldBe("Jasmine");
        verdict.Row.Contacts.ShouldHaveSingleItem().Phone.ShouldBe("07700 900123");
        var candidate = verdict.Candidates.ShouldHaveSingleItem();
        candidate.Child.ShouldBe(child.Value);
        candidate.Steps!.ShouldContain(step => step.StartsWith("given.different -", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "FED-4")]
    public async Task Apply_AWaitingRowThatComesAgain_IsMatchedAgainOnlyWhenItSaysSomethingNew()
    {
        await using var world = await World.StartAsync();
        await world.AddAsync(Given.Child());
        await world.FeedAsync(Twin);

        var same = await world.FeedAsync(Twin);
        var changed = await world.FeedAsync(Pupil.File(Twin with { Upn = Given.Upn, Forename = "Jayden", Gender = "M" }), approved: true);

        same.Counts.Unchanged.ShouldBe(1);
        changed.Counts.Applied.ShouldBe(1);
        (await world.RecordsAsync()).Count.ShouldBe(1);
    }
}
