using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Directory.Tests.Feeds.Registers;

/// <summary>What a register makes of the directory's bodies, and what it never does.</summary>
public sealed class RegisterTests
{
    private static readonly Establishment[] Ten = [.. Enumerable.Range(1, 10).Select(Establishment.Number)];

    [Fact]
    [Trait("Rule", "FED-1")]
    [Trait("Rule", "AUD-1")]
    public async Task Apply_ABodyThatTheDirectoryHas_KeepsWhatItIsAndChangesWhatItSays()
    {
        await using var world = await World.StartAsync();

        var run = await world.RegisterAsync(new Establishment { Urn = "105900", Name = "St Luke’s Primary", Phone = "1614960999" });

        run.Counts.ShouldBe(new FeedCounts(1, 0, 0, 0, 0, 0));
        var school = (await world.SchoolsAsync()).ShouldHaveSingleItem();
        (school.OrganisationId, school.Name, school.Phone).ShouldBe((World.School, "St Luke’s Primary", "01614960999"));
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(1);
        (await world.EntriesAsync(AuditEvents.FeedApplied)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheSameFileAgain_ChangesNothing()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);
        var (places, entries) = (await world.PlacesAsync(), await world.EntriesAsync(AuditEvents.FeedRow));

        var again = await world.RegisterAsync(Ten);

        again.Counts.ShouldBe(new FeedCounts(0, 10, 0, 0, 0, 0));
        (await world.PlacesAsync()).ShouldBe(places);
        (await world.EntriesAsync(AuditEvents.FeedRow)).ShouldBe(entries);
        (await world.SourceFileAsync(again.Id)).ShouldNotContain("accepted");
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_BlankCells_RemoveNothing()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(new Establishment());
        await world.RegisterAsync(Establishment.File(new Establishment { Phone = "", Street = "", Locality = "", Town = "", Postcode = "" }), approved: true);
        var school = (await world.SchoolAsync("105901"))!;
        (school.Phone, school.Postcode).ShouldBe(("01614960001", "M6 5AA"));
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_AnOlderFileAfterANewerOne_ReplacesNothing()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Establishment.File(new Establishment { Name = "Was" }), asAt: world.Today.AddDays(-20));
        await world.RegisterAsync(Establishment.File(new Establishment { Name = "Is" }), asAt: world.Today.AddDays(-3), approved: true);
        await world.RegisterAsync(Establishment.File(new Establishment { Name = "Is" }), asAt: world.Today.AddDays(-1));

        var late = await world.RegisterAsync(Establishment.File(new Establishment { Name = "Was" }), asAt: world.Today.AddDays(-2), approved: true);

        late.Counts.Unchanged.ShouldBe(1);
        (await world.SchoolAsync("105901"))!.Name.ShouldBe("Is");
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ABodyThatIsAbsent_ClosesNothingAndSaysHowManyAreMissing()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);

        var run = await world.RegisterAsync(Ten[..9]);

        (run.State, run.Counts.Ended, run.Counts.Unchanged, run.Subject).ShouldBe((FeedRunState.Applied, 1, 9, FeedSubject.Organisations));
        (await world.SchoolAsync(Ten[9].Urn))!.State.ShouldBe(OrganisationState.Open);
        (await world.SchoolsAsync()).Count.ShouldBe(11);
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_APartOfTheRegister_CountsNothingAsMissing()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);
        var part = await world.RegisterFileAsync(Establishment.File(Ten[0] with { Name = "Renamed" })) with { Semantics = FeedSemantics.Delta };

        var run = (await world.Get<IFeeds>().ApplyAsync(world.System, part, new FeedOptions())).Value;

        run.Counts.ShouldBe(new FeedCounts(1, 0, 0, 0, 0, 0));
    }

    [Fact]
    [Trait("Rule", "FED-3")]
    public async Task Apply_ABodyThatClosed_KeepsItWithItsDayAndMissesItNoMore()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);

        await world.RegisterAsync([.. Ten[..8], Ten[8] with { Status = "Closed", Closed = "31-08-2026" }, Ten[9] with { Status = "Closed" }]);
        var without = await world.RegisterAsync(Ten[..8]);

        var closed = (await world.SchoolAsync(Ten[8].Urn))!;
        (closed.State, closed.ClosedOn, closed.Name).ShouldBe((OrganisationState.Closed, new DateOnly(2026, 8, 31), Ten[8].Name));
        (await world.SchoolAsync(Ten[9].Urn))!.ClosedOn.ShouldBe(world.Today);
        without.Counts.Ended.ShouldBe(0);

        await world.RegisterAsync(Establishment.File([.. Ten[..9], Ten[9] with { Status = "Closed" }]), approved: true);
        (await world.SchoolAsync(Ten[8].Urn))!.State.ShouldBe(OrganisationState.Open, "its register opened it again");
        (await world.SchoolAsync(Ten[8].Urn))!.ClosedOn.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Apply_ThatChangesMoreThanAFifth_StopsUntilSomebodyLetsItGoOn()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);
        var before = await world.PlacesAsync();
        Establishment[] changed = [.. Ten.Select((row, place) => place < 3 ? row with { Status = "Closed" } : row)];

        var run = await world.RegisterAsync(changed);

        run.State.ShouldBe(FeedRunState.AwaitingApproval);
        run.Threshold.ShouldBe(new FeedThreshold(3, 0, 10));
        (await world.PlacesAsync()).ShouldBe(before);
        (await world.Get<IFeeds>().ApproveAsync(await world.StewardAsync(), run.Id)).Error.ShouldBe(FeedErrors.NoSuchRun);
        (await world.Get<IFeeds>().ApproveAsync(await world.StewardAsync(null, Sdk.Access.Role.NationalOperations), run.Id)).Succeeded.ShouldBeTrue();
        using var queue = world.Queue();
        await queue.DrainAsync(CancellationToken.None);
        (await world.SchoolsAsync()).Count(row => row.State == OrganisationState.Closed).ShouldBe(3);
    }

    [Fact]
    [Trait("Rule", "FED-5")]
    public async Task Apply_FromWhichMoreThanAFifthIsMissing_StopsToo()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);

        var run = await world.RegisterAsync(Ten[..7]);

        (run.State, run.Threshold).ShouldBe((FeedRunState.AwaitingApproval, new FeedThreshold(0, 3, 10)));
        var approved = await world.RegisterAsync(Establishment.File(Ten[..7]), approved: true);
        (approved.State, approved.Counts.Ended).ShouldBe((FeedRunState.Applied, 3));
        (await world.SchoolsAsync()).ShouldAllBe(row => row.State == OrganisationState.Open);
    }

    [Fact]
    [Trait("Rule", "FED-2")]
    public async Task Preview_CountsAndChangesNothing()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Ten);
        var before = await world.PlacesAsync();

        var preview = (await world.Get<IFeeds>().PreviewAsync(world.System, await world.RegisterFileAsync(
            Establishment.File([Ten[0] with { Name = "Renamed" }, .. Ten[1..9], Establishment.Number(11), new Establishment { Urn = "" }])))).Value;

        (preview.Rows, preview.New, preview.Changed, preview.Unchanged, preview.Ended, preview.Rejected).ShouldBe((11, 1, 1, 8, 1, 1));
        (await world.PlacesAsync()).ShouldBe(before);
    }

    // The part of one authority and the whole register tell of the same bodies: neither brings back what the other changed since.
    [Fact]
    [Trait("Rule", "FED-3")]
    [Trait("Invariant", "I-42")]
    public async Task Apply_TheWholeAndAPart_KnowOfEachOther()
    {
        await using var world = await World.StartAsync();
        await world.RegisterAsync(Establishment.File(new Establishment { Name = "One" }), asAt: world.Today.AddDays(-3));
        await world.RegisterAsync(Establishment.File(new Establishment { Name = "Two" }), asAt: world.Today.AddDays(-2), number: "355", caller: await world.StewardAsync(), approved: true);

        (await world.RegisterAsync(Establishment.File(new Establishment { Name = "One" }), asAt: world.Today.AddDays(-1), approved: true)).Counts.Applied.ShouldBe(1);

        (await world.SchoolAsync("105901"))!.Name.ShouldBe("One");
    }
}
