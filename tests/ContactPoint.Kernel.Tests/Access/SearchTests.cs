using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Kernel.Tests.Access;

public sealed class SearchTests
{
    [Fact, Trait("Rule", "SEA-2"), Trait("Rule", "SEA-8"), Trait("Invariant", "I-27")]
    public async Task Search_ByFamilyNameAlone_IsRefused_SaysWhatIsMissing_AndIsAudited()
    {
        await using var fixture = await GateFixture.StartAsync();
        var answer = await fixture.SearchAsync(new SearchCriteria { FamilyName = "Osborne" });
        answer.Error!.Code.ShouldBe("search.keys-missing");
        answer.Error.Message.ShouldContain("given name");
        var entry = (await fixture.EntriesAsync(AuditEvents.Search.Code)).ShouldHaveSingleItem();
        fixture.PayloadOf(entry).ShouldContain("Osborne");
        fixture.Directory.CandidateReads.ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "SEA-6"), Trait("Invariant", "I-03")]
    public async Task Search_AlwaysReadsSixtyFourCandidates_WhateverIsFound()
    {
        await using var fixture = await GateFixture.StartAsync();
        await fixture.SearchAsync();
        for (var i = 0; i < 80; i++) fixture.Directory.Add("Osborne", "J" + i);
        await fixture.SearchAsync();
        fixture.Directory.CandidateReads.ShouldBe([64, 64]);
    }

    [Fact, Trait("Rule", "SEA-4")]
    public async Task Search_ShowsTenAtMost_WithoutACount()
    {
        await using var fixture = await GateFixture.StartAsync();
        for (var i = 0; i < 30; i++) fixture.Directory.Add("Osborne", "J" + i);
        var answer = (await fixture.SearchAsync()).Value;
        answer.Results.Count.ShouldBe(10);
        typeof(SearchAnswer).GetProperties().Select(property => property.Name).ShouldBe(["Results"]);
    }

    [Fact, Trait("Invariant", "I-04"), Trait("Rule", "SHD-10"), Trait("Rule", "SHD-11")]
    public async Task Search_CutsThePageAfterThePolicy_SoHiddenChildrenLeaveNoGap()
    {
        await using var fixture = await GateFixture.StartAsync();
        var children = Enumerable.Range(0, 12).Select(i => fixture.Directory.Add("Osborne", "J" + i)).ToList();
        fixture.Directory.Shields[children[0].Id] = new ShieldState(ShieldLevel.Concealed, new HashSet<Guid>());
        fixture.Directory.Shields[children[1].Id] = new ShieldState(ShieldLevel.None, new HashSet<Guid> { fixture.User.Id });
        var answer = (await fixture.SearchAsync()).Value;
        answer.Results.Count.ShouldBe(10);
        answer.Results.ShouldAllBe(result => result.Value.Summary.GivenName != "J0" && result.Value.Summary.GivenName != "J1");
    }

    [Fact, Trait("Rule", "SEA-5"), Trait("Rule", "SHD-2")]
    public async Task Search_ByAFormerNameOfAMaskedChild_FindsNothing_ByTheCurrentNameFindsItWithoutItsAuthority()
    {
        await using var fixture = await GateFixture.StartAsync();
        var child = fixture.Directory.Add("Osborne", "Jayden");
        child.FormerName = "Barker";
        (await fixture.SearchAsync(GateFixture.Osborne with { FamilyName = "Barker" })).Value.Results.ShouldHaveSingleItem();
        fixture.Directory.Shields[child.Id] = new ShieldState(ShieldLevel.Masked, new HashSet<Guid>());
        (await fixture.SearchAsync(GateFixture.Osborne with { FamilyName = "Barker" })).Value.Results.ShouldBeEmpty();
        (await fixture.SearchAsync()).Value.Results.ShouldHaveSingleItem().Value.Summary.Authority.ShouldBeNull();
    }

    [Fact, Trait("Rule", "SEA-7"), Trait("Rule", "SEA-8")]
    public async Task Search_BeyondSixtyInAnHour_IsRefused_FailedProbesCounted()
    {
        await using var fixture = await GateFixture.StartAsync();
        for (var i = 0; i < 60; i++) await fixture.SearchAsync(i % 2 == 0 ? null : new SearchCriteria { FamilyName = "X" });
        (await fixture.SearchAsync()).Error.ShouldBe(GateErrors.LimitReached);
        (await fixture.EntriesAsync(AuditEvents.Search.Code)).Count.ShouldBe(61);
    }

    [Fact, Trait("Invariant", "I-19")]
    public async Task Handles_DifferBetweenSessions_AndOpenNothingInAnother()
    {
        await using var fixture = await GateFixture.StartAsync();
        var child = fixture.Directory.Add("Osborne", "Jayden");
        var first = (await fixture.SearchAsync()).Value.Results[0].Value.Handle;
        await fixture.SignInAgainAsync();
        var second = (await fixture.SearchAsync()).Value.Results[0].Value.Handle;
        second.ShouldNotBe(first);
        (await fixture.Gate.OpenAsync(fixture.Caller, new OpenRequest(GateFixture.Urgent, first))).Error.ShouldBe(GateErrors.NotAvailable);
        (await fixture.OpenAsync(child)).Succeeded.ShouldBeTrue();
    }
}
