using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Corrections.Contradictions;
using ContactPoint.Directory.Corrections.Contradictions.ListContradictions;
using ContactPoint.Directory.Corrections.Contradictions.SettleContradiction;
using ContactPoint.Directory.Tests.Feeds;
using ContactPoint.Directory.Tests.Feeds.Queue;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Corrections;

public sealed class ContradictionTests
{
    [Fact]
    [Trait("Rule", "FED-8")]
    [Trait("Rule", "USR-4")]
    [Trait("Invariant", "I-26")]
    public async Task Contradictions_ForWhoeverIsNotTheResponsibleSteward_AreNotThere()
    {
        await using var world = await World.StartAsync();
        var (_, steward) = await world.CorrectedAsync();
        var id = (await LinesAsync(world, await steward.CallerAsync())).ShouldHaveSingleItem().Id;
        var (nurse, elsewhere) = (await (await world.PersonAsync()).CallerAsync(), await world.StewardAsync("380"));

        (await world.Contradictions().ListAsync(nurse, 0)).Error.ShouldBe(GateErrors.NoSuchJob);
        (await LinesAsync(world, elsewhere)).ShouldBeEmpty();
        (await world.Contradictions().SettleAsync(elsewhere, id, ContradictionChoice.SetAside)).Error.ShouldBe(CorrectionErrors.NoSuchContradiction);
        (await world.Contradictions().SettleAsync(elsewhere, Guid.NewGuid(), ContradictionChoice.SetAside)).Error.ShouldBe(CorrectionErrors.NoSuchContradiction);
        (await world.PayloadsAsync(AuditEvents.ContradictionSettled, AuditOutcome.Refused)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(ShieldLevel.Masked, false)]
    [InlineData(ShieldLevel.Concealed, false)]
    [InlineData(ShieldLevel.None, true)]
    [Trait("Rule", "SHD-10")]
    [Trait("Rule", "SHD-11")]
    [Trait("Invariant", "I-15")]
    public async Task Contradictions_OfAChildWhoIsHiddenSince_AreNotThere(ShieldLevel level, bool isBarred)
    {
        await using var world = await World.StartAsync();
        var (child, person) = await world.CorrectedAsync();
        var steward = await person.CallerAsync();
        var id = (await LinesAsync(world, steward)).ShouldHaveSingleItem().Id;

        world.Shields.Levels[child] = level;
        if (isBarred) world.Shields.Barred[child] = [steward.UserId];

        (await LinesAsync(world, steward)).ShouldBeEmpty();
        (await world.Contradictions().SettleAsync(steward, id, ContradictionChoice.TakeOver)).Error.ShouldBe(CorrectionErrors.NoSuchContradiction);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ACorrection_ItselfAsksItsSource_AndTheQuestionHoldsTheSourcesOwnValueAlone()
    {
        await using var world = await World.StartAsync();
        var (_, person) = await world.CorrectedAsync();

        var line = (await LinesAsync(world, await person.CallerAsync())).ShouldHaveSingleItem();

        line.Values.Value.Held.DateOfBirth.ShouldBe(CorrectionWorld.Right);
        line.Question.Value.Said.ShouldBe(new FieldValue(DateOfBirth: new DateOnly(2015, 3, 14)));
        line.Question.Value.SourceName.ShouldBe("St Luke's Primary");
        System.Text.Json.JsonSerializer.Serialize(line.Question.Value).ShouldNotContain("2015-03-04");
        typeof(SourceQuestion).GetProperties().Select(property => property.Name).ShouldBe(["SourceName", "AsAt", "Line", "Said"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ASource_ThatSaysTheSameAgain_IsNotAskedAnew_AndWithAnotherValueIs()
    {
        await using var world = await World.StartAsync();
        var (_, person) = await world.CorrectedAsync();
        var steward = await person.CallerAsync();
        var id = (await LinesAsync(world, steward)).ShouldHaveSingleItem().Id;
        (await world.Contradictions().SettleAsync(steward, id, ContradictionChoice.SetAside)).Succeeded.ShouldBeTrue();

        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Known = "Jay" });
        steward = await (await world.StewardPersonAsync()).CallerAsync();
        (await LinesAsync(world, steward)).ShouldBeEmpty();
        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Born = "24/03/2015" });

        steward = await (await world.StewardPersonAsync()).CallerAsync();
        var line = (await LinesAsync(world, steward)).ShouldHaveSingleItem();
        line.State.ShouldBe(ContradictionState.Open);
        line.Question.Value.Said.DateOfBirth.ShouldBe(new DateOnly(2015, 3, 24));
        line.Question.Value.Line.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ASource_ThatAgrees_ContradictsNoLonger()
    {
        await using var world = await World.StartAsync();
        await world.CorrectedAsync();

        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Born = "04/03/2015" });

        (await LinesAsync(world, await (await world.StewardPersonAsync()).CallerAsync())).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ToAsk_KeepsTheCorrection_AndToTakeOver_GivesTheFieldBackToItsSource()
    {
        await using var world = await World.StartAsync();
        var (child, person) = await world.CorrectedAsync();
        var steward = await person.CallerAsync();
        var id = (await LinesAsync(world, steward)).ShouldHaveSingleItem().Id;

        (await world.Contradictions().SettleAsync(steward, id, ContradictionChoice.Ask)).Succeeded.ShouldBeTrue();
        (await LinesAsync(world, steward)).ShouldHaveSingleItem().State.ShouldBe(ContradictionState.Asked);
        (await world.ReadAsync(child)).Identity!.DateOfBirth.Value.ShouldBe(CorrectionWorld.Right);

        (await world.Contradictions().SettleAsync(steward, id, ContradictionChoice.TakeOver)).Succeeded.ShouldBeTrue();
        (await LinesAsync(world, steward)).ShouldBeEmpty();
        var birth = (await world.ReadAsync(child)).Identity!.DateOfBirth;
        birth.Value.ShouldBe(new DateOnly(2015, 3, 14));
        birth.From.Kind.ShouldBe(SourceKind.SchoolRoll);
        (await world.Contradictions().SettleAsync(steward, id, ContradictionChoice.TakeOver)).Error.ShouldBe(CorrectionErrors.NoSuchContradiction);
    }

    // A steward who pins a name and feeds a guess must not learn from this list whether the guess is somebody.
    [Theory]
    [InlineData(ShieldLevel.Masked)]
    [InlineData(ShieldLevel.Concealed)]
    [Trait("Rule", "SHD-6")]
    [Trait("Rule", "FED-8")]
    [Trait("Invariant", "I-01")]
    [Trait("Invariant", "I-08")]
    public async Task Contradictions_OfARowThatMayMeanAShieldedChild_AreThoseOfTheWorldWithoutHer(ShieldLevel level)
    {
        var without = await ProbeAsync(null);

        without.ShouldHaveSingleItem().ShouldContain("Osborne");
        (await ProbeAsync(level)).ShouldBe(without);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task AFieldThatFollowsItsSourcesAgain_IsInDisputeNoLonger_AndNoOldValueIsTakenOver()
    {
        await using var world = await World.StartAsync();
        var (child, person) = await world.CorrectedAsync();
        var steward = await person.CallerAsync();
        var id = (await LinesAsync(world, steward)).ShouldHaveSingleItem().Id;
        var held = await world.ReadAsync(child);
        var free = held.Identity! with { DateOfBirth = new(new DateOnly(2015, 3, 5), held.Identity.Gender.From) };
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = held.Version, Identity = free })).Succeeded.ShouldBeTrue();

        (await LinesAsync(world, steward)).ShouldBeEmpty();
        (await world.Contradictions().SettleAsync(steward, id, ContradictionChoice.TakeOver)).Error.ShouldBe(CorrectionErrors.NoSuchContradiction);
        (await world.ReadAsync(child)).Identity!.DateOfBirth.Value.ShouldBe(new DateOnly(2015, 3, 5));
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ACorrectionOfCapitalsAlone_DisputesNothing()
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();
        var steward = await world.StewardPersonAsync();

        (await world.CorrectAsync(steward, child, new FieldValue(Name: new PersonName("OSBORNE", "Jayden")))).Succeeded.ShouldBeTrue();

        (await LinesAsync(world, await steward.CallerAsync())).ShouldBeEmpty();
    }

    // What the list says after a name was pinned and its school's row renamed into a child who may be there and shielded.
    private static async Task<List<string>> ProbeAsync(ShieldLevel? level)
    {
        await using var world = await World.StartAsync();
        var beatrix = new Pupil { Upn = Pupil.UpnOf(7), Surname = "Featherstone", Forename = "Beatrix", Gender = "F", Born = "01/05/2012", Line1 = "2 Alder Row", Postcode = "M7 3QD" };
        await world.FeedAsync(beatrix, Pupil.Number(3));
        var child = (await world.RecordsAsync()).Single(record => record.Identity!.Name.Value.Given == "Beatrix").Child;
        var person = await world.StewardPersonAsync();
        (await world.CorrectAsync(person, child, new FieldValue(Name: new PersonName("Fetherston", "Beatrix")))).Succeeded.ShouldBeTrue();
        if (level is { } shield)
        {
            var hidden = Given.NewChild();
            world.Shields.Levels[hidden] = shield;
            await world.AddAsync(Given.Child(hidden) with { Starts = [] });
        }

        await world.FeedAsync(Pupil.File(new Pupil { Upn = beatrix.Upn }, Pupil.Number(3)), approved: true);
        return [.. (await LinesAsync(world, await person.CallerAsync())).Select(line => $"{line.State} {line.Values.Value.Held.Name!.Family} {line.Question.Value.Said.Name!.Family} {line.Question.Value.Line} {line.Question.Value.SourceName}")];
    }

    private static async Task<IReadOnlyList<ContradictionLine>> LinesAsync(World world, CallerContext steward)
    {
        var page = await world.Contradictions().ListAsync(steward, 0);
        page.Succeeded.ShouldBeTrue(page.Error?.Message);
        return page.Value.Lines;
    }
}
