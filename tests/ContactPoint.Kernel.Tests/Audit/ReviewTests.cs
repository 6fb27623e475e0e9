using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Tests.Access;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Kernel.Tests.Audit;

public sealed class ReviewTests
{
    [Fact, Trait("Rule", "USR-4"), Trait("Rule", "AUD-3")]
    public async Task ANurse_ReadsNoAuditTrail_AndTheTryIsRecorded()
    {
        await using var fixture = await GateFixture.StartAsync();
        (await fixture.Host.Get<IAuditReview>().ListAsync(fixture.Caller, new AuditFilter())).Error!.Code.ShouldBe("audit.not-reviewer");
        (await fixture.Host.Get<IAuditReview>().OpenAsync(fixture.Caller, Guid.NewGuid())).Error!.Code.ShouldBe("audit.not-reviewer");
        (await fixture.EntriesAsync(AuditEvents.AuditListed.Code)).ShouldHaveSingleItem().Outcome.ShouldBe((int)AuditOutcome.Refused);
    }

    [Fact, Trait("Rule", "USR-11"), Trait("Invariant", "I-18")]
    public async Task AReviewer_DoesNotReadTheirOwnEntries()
    {
        await using var fixture = await GateFixture.StartAsync();
        var reviewer = await ReviewerAsync(fixture);
        await fixture.Host.Get<IAuditReview>().ListAsync(reviewer, new AuditFilter());
        var page = (await fixture.Host.Get<IAuditReview>().ListAsync(reviewer, new AuditFilter())).Value;
        page.Lines.ShouldAllBe(line => line.Event.Code != AuditEvents.AuditListed.Code);
        var own = (await fixture.EntriesAsync(AuditEvents.AuditListed.Code))[0];
        (await fixture.Host.Get<IAuditReview>().OpenAsync(reviewer, own.Id)).Error!.Code.ShouldBe("audit.no-entry");
    }

    [Fact, Trait("Rule", "AUD-3")]
    public async Task ALocalReviewer_ReadsEntriesOfTheirOwnAuthorityAlone()
    {
        await using var fixture = await GateFixture.StartAsync();
        await fixture.SearchAsync();
        var elsewhere = await ReviewerAsync(fixture, "383");
        (await fixture.Host.Get<IAuditReview>().ListAsync(elsewhere, new AuditFilter { EventCode = AuditEvents.Search.Code })).Value.Lines.ShouldBeEmpty();
        var here = await ReviewerAsync(fixture, "355");
        (await fixture.Host.Get<IAuditReview>().ListAsync(here, new AuditFilter { EventCode = AuditEvents.Search.Code })).Value.Lines.ShouldHaveSingleItem();
    }

    [Fact, Trait("Invariant", "I-17"), Trait("Rule", "AUD-6"), Trait("Rule", "SHD-10"), Trait("Rule", "SHD-11")]
    public async Task ARefusalOnAConcealedOrBarredChild_ReadsAsOneOnNobody()
    {
        await using var fixture = await GateFixture.StartAsync();
        var concealed = fixture.Directory.Add("Osborne", "C");
        fixture.Directory.Shields[concealed.Id] = new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>());
        var barred = fixture.Directory.Add("Osborne", "B");
        fixture.Directory.Shields[barred.Id] = new ShieldState(ShieldLevel.None, new HashSet<Guid> { fixture.User.Id });
        foreach (var child in new[] { concealed, barred, new FakeChild(new ChildId(Guid.NewGuid()), "Nobody", "N", 2010) }) await fixture.OpenAsync(child);
        var payloads = await PayloadsAsync(fixture, AuditEvents.Open);
        payloads.Count.ShouldBe(3);
        payloads.Distinct().ShouldHaveSingleItem();
    }

    [Fact, Trait("Invariant", "I-17"), Trait("Invariant", "I-19"), Trait("Rule", "SEA-8")]
    public async Task ASearch_NamesWhatWasShownByPseudonym_AndNothingThatWasHidden()
    {
        await using var fixture = await GateFixture.StartAsync();
        var shown = fixture.Directory.Add("Osborne", "Jayden");
        var barred = fixture.Directory.Add("Osborne", "B");
        fixture.Directory.Shields[barred.Id] = new ShieldState(ShieldLevel.None, new HashSet<Guid> { fixture.User.Id });
        await fixture.SearchAsync();
        var payload = (await PayloadsAsync(fixture, AuditEvents.Search)).ShouldHaveSingleItem();
        payload.ShouldContain("pseudonym");
        payload.ShouldNotContain("hidden");
        payload.ShouldNotContain(shown.Id.Value.ToString());
        payload.ShouldNotContain(barred.Id.Value.ToString());
    }

    [Fact, Trait("Rule", "USR-4"), Trait("Invariant", "I-08"), Trait("Invariant", "I-46")]
    public async Task AChange_TellsAReviewerWhichFieldsChanged_NotTheirValues()
    {
        await using var fixture = await GateFixture.StartAsync();
        var child = fixture.Directory.Add("Osborne", "Jayden");
        await fixture.Host.Get<IUnitOfWorkFactory>().RunAsync(unit => fixture.Host.Get<IAuditTrail>().AppendAsync(new AuditEvent
        {
            Type = AuditEvents.FeedRow,
            Actor = AuditActor.Of(fixture.Caller),
            Outcome = AuditOutcome.Granted,
            Child = child.Id,
            Target = new AuditTarget("child", child.Id.Value, new { address = "1 Mill Lane", name = "Jayden" }, new { address = "2 Quay Street", name = "Jayden" }),
            Detail = new Dictionary<string, object?> { ["weighed"] = "candidates", ["hidden"] = "Held", ["line"] = 3 },
        }, unit));
        var payload = (await PayloadsAsync(fixture, AuditEvents.FeedRow)).ShouldHaveSingleItem();
        payload.ShouldContain("address");
        foreach (var secret in new[] { "Mill Lane", "Quay Street", "candidates", "Held", "\"name\"", child.Id.Value.ToString() }) payload.ShouldNotContain(secret);
    }

    [Fact, Trait("Rule", "AUD-2")]
    public async Task AnEntry_SaysWhetherTheLogVouchesForIt()
    {
        await using var fixture = await GateFixture.StartAsync();
        await fixture.SearchAsync();
        var reviewer = await ReviewerAsync(fixture);
        var id = (await fixture.EntriesAsync(AuditEvents.Search.Code))[0].Id;
        (await fixture.Host.Get<IAuditReview>().OpenAsync(reviewer, id)).Value.Proof.ShouldBe(EntryProof.TailVerified);
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        var view = (await fixture.Host.Get<IAuditReview>().OpenAsync(reviewer, id)).Value;
        view.Proof.ShouldBe(EntryProof.Included);
        view.LeafNumber.ShouldNotBeNull();
    }

    [Fact, Trait("Rule", "AUD-3")]
    public async Task AListByUserAndByChild_FindsWhatIsSealedAndWhatIsNotYet_NewestFirst()
    {
        await using var fixture = await GateFixture.StartAsync();
        var (child, other) = (fixture.Directory.Add("Osborne", "Jayden"), fixture.Directory.Add("Osborne", "Kim"));
        foreach (var opened in new[] { child, other, child }) await fixture.OpenAsync(opened);
        await fixture.Host.Get<ILedgerSealer>().SealAsync();
        foreach (var opened in new[] { child, other }) await fixture.OpenAsync(opened);
        var expected = (await fixture.EntriesAsync(AuditEvents.Open.Code)).Where(entry => entry.Child is not null).ToList();
        var ofChild = expected.GroupBy(entry => entry.Child).Single(group => group.Count() == 3);
        var reviewer = await ReviewerAsync(fixture);
        var review = fixture.Host.Get<IAuditReview>();

        var byChild = (await review.ListAsync(reviewer, new AuditFilter { Child = ofChild.Key })).Value;
        var byUser = (await review.ListAsync(reviewer, new AuditFilter { UserName = fixture.User.UserName, EventCode = AuditEvents.Open.Code })).Value;
        var byNobody = (await review.ListAsync(reviewer, new AuditFilter { UserName = "nobody.here" })).Value;

        byChild.Lines.Select(line => line.Id).ShouldBe(ofChild.OrderByDescending(entry => entry.No).Select(entry => entry.Id));
        byChild.Lines.Select(line => line.IsSealed).ShouldBe([false, true, true]);
        byUser.Lines.Select(line => line.Id).ShouldBe(expected.OrderByDescending(entry => entry.No).Select(entry => entry.Id));
        byNobody.Lines.ShouldBeEmpty();
    }

    private static async Task<CallerContext> ReviewerAsync(GateFixture fixture, string? authority = null) =>
        await fixture.Host.Users.CallerAsync(await fixture.Host.Users.CreateAsync(Agency.Administration, Role.SecurityReviewer, authority: authority));

    private static async Task<List<string>> PayloadsAsync(GateFixture fixture, AuditEventType type)
    {
        var reviewer = await ReviewerAsync(fixture);
        var payloads = new List<string>();
        foreach (var entry in await fixture.EntriesAsync(type.Code))
            payloads.Add((await fixture.Host.Get<IAuditReview>().OpenAsync(reviewer, entry.Id)).Value.Payload!);
        return payloads;
    }
}
