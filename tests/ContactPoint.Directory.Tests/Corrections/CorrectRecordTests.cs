using ContactPoint.Directory.Children;
using ContactPoint.Directory.Corrections;
using ContactPoint.Directory.Feeds;
using ContactPoint.Directory.Tests.Feeds;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Corrections;

public sealed class CorrectRecordTests
{
    [Fact]
    [Trait("Rule", "FED-8")]
    [Trait("Rule", "USR-4")]
    [Trait("Rule", "AUD-1")]
    public async Task Correct_ByWhoeverIsNotTheResponsibleStewardForDataQuality_IsRefusedAndRecorded()
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();
        var nurse = await world.PersonAsync();
        var elsewhere = await world.StewardPersonAsync("380");
        var before = (await world.ReadAsync(child)).Version;

        (await world.CorrectAsync((await nurse.OpenAsync(child)).Pass, [CorrectionWorld.RightBirth])).Error.ShouldBe(CorrectionErrors.WrongPurpose);
        (await world.CorrectAsync(elsewhere, child, CorrectionWorld.RightBirth)).Error.ShouldBe(CorrectionErrors.NotResponsible);

        (await world.ReadAsync(child)).Version.ShouldBe(before);
        (await world.PayloadsAsync(AuditEvents.ChildCorrected, AuditOutcome.Refused)).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    [Trait("Rule", "FED-8")]
    public async Task Correct_OfAMaskedChild_IsRefusedAsNotGranted_WhicheverAuthorityAnswersForHer()
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();
        world.Shields.Levels[child] = ShieldLevel.Masked;

        foreach (var authority in new[] { "355", "380" })
            (await world.CorrectAsync(await world.StewardPersonAsync(authority), child, CorrectionWorld.RightBirth)).Error.ShouldBe(PassErrors.NotGranted);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    [Trait("Invariant", "I-43")]
    public async Task Correct_OfARecordThatHasMovedSince_IsRefusedAndNothingIsLost()
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();
        var (first, second) = (await world.StewardPersonAsync(), await world.StewardPersonAsync());
        var stale = (await second.OpenAsync(child, CorrectionWorld.DataQuality)).Pass;
        (await world.CorrectAsync(first, child, CorrectionWorld.RightBirth)).Succeeded.ShouldBeTrue();

        (await world.CorrectAsync(stale, [new FieldValue(Gender: Gender.Female)])).Error.ShouldBe(PassErrors.Moved);

        (await world.ReadAsync(child)).Identity!.DateOfBirth.Value.ShouldBe(CorrectionWorld.Right);
        (await world.ReadAsync(child)).Identity!.Gender.Value.ShouldBe(Gender.Male);
    }

    public static TheoryData<FieldValue, string> Impossible => new()
    {
        { new FieldValue(Name: new PersonName("", "Jayden")), CorrectionErrors.NameNotValid.Code },
        { new FieldValue(Name: new PersonName("Osborne", "<b>")), CorrectionErrors.NameNotValid.Code },
        { new FieldValue(Name: new PersonName(new string('x', 101), "Jayden")), CorrectionErrors.NameNotValid.Code },
        { new FieldValue(DateOfBirth: new DateOnly(2999, 1, 1)), CorrectionErrors.BirthNotValid.Code },
        { new FieldValue(DateOfBirth: new DateOnly(1950, 1, 1)), CorrectionErrors.BirthNotValid.Code },
        { new FieldValue(Gender: Gender.Female, Address: new Address(["1 High Street"])), CorrectionErrors.NothingNew.Code },
        { new FieldValue(Address: new Address([])), CorrectionErrors.AddressNotValid.Code },
        { new FieldValue(Address: new Address(["1 High Street"], "Salford", "M6 XX")), CorrectionErrors.AddressNotValid.Code },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    [Trait("Rule", "FED-8")]
    [Trait("Invariant", "I-41")]
    public async Task Correct_WithAValueThatCannotBe_IsRefusedWithWhatToDo(FieldValue value, string code)
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();

        (await world.CorrectAsync(await world.StewardPersonAsync(), child, value)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    [Trait("Rule", "AUD-1")]
    [Trait("Rule", "REC-9")]
    public async Task Correct_IsOfAStewardFromThenOn_WithBeforeAndAfterInTheTrail_AndWhatWasWrongIsNoFormerName()
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();

        (await world.CorrectAsync(await world.StewardPersonAsync(), child, CorrectionWorld.RightBirth, new FieldValue(Name: new PersonName("Osborn", "Jayden")))).Succeeded.ShouldBeTrue();

        var identity = (await world.ReadAsync(child)).Identity!;
        identity.Name.Value.Family.ShouldBe("Osborn");
        identity.OtherNames.ShouldBeEmpty();
        identity.DateOfBirth.From.Kind.ShouldBe(SourceKind.DataSteward);
        identity.DateOfBirth.From.Corrects.ShouldBe(World.School);
        identity.Gender.From.Kind.ShouldBe(SourceKind.SchoolRoll);
        var entry = (await world.PayloadsAsync(AuditEvents.ChildCorrected, AuditOutcome.Granted)).ShouldHaveSingleItem();
        entry.ShouldContain("dateOfBirth");
        entry.ShouldContain("name");
        entry.ShouldContain(nameof(CorrectionReason.DocumentSeen));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Rule", "FED-8")]
    public async Task AFeed_ThatGoesOnSayingWhatWasCorrected_ChangesNothingBack(bool isQueued)
    {
        await using var world = await World.StartAsync();
        var child = await world.FedAsync();
        (await world.CorrectAsync(await world.StewardPersonAsync(), child,
            CorrectionWorld.RightBirth, new FieldValue(Name: new PersonName("Osborn", "Jayden")), new FieldValue(Gender: Gender.Female), new FieldValue(Address: new Address(["2 Orchard Rise"], "Salford", "M6 5AB"))))
            .Succeeded.ShouldBeTrue();

        // Whatever else the row says is applied.
        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Carer = isQueued ? "Okafor" : null, Known = "Jay" });

        var record = await world.ReadAsync(child);
        record.Identity!.DateOfBirth.Value.ShouldBe(CorrectionWorld.Right);
        record.Identity.Name.Value.Family.ShouldBe("Osborn");
        record.Identity.Gender.Value.ShouldBe(Gender.Female);
        record.Whereabouts!.Value.ShouldBe(new CurrentAddress(new Address(["2 Orchard Rise"], "Salford", "M6 5AB")));
        record.Identity.OtherNames.ShouldContain(name => name.Value.Kind == OtherNameKind.Preferred);
        if (isQueued) record.Carers!.Value.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ASourceThatAgrees_SetsTheFieldFree_AndMaySayOtherwiseLater()
    {
        await using var world = await World.StartAsync();
        var (child, _) = await world.CorrectedAsync();

        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Born = "04/03/2015" });
        (await world.ReadAsync(child)).Identity!.DateOfBirth.From.Kind.ShouldBe(SourceKind.SchoolRoll);
        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Born = "05/03/2015" });

        (await world.ReadAsync(child)).Identity!.DateOfBirth.Value.ShouldBe(new DateOnly(2015, 3, 5));
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task ASourceThatAgrees_WithAFileOfTheDayBefore_SetsTheFieldFreeToo()
    {
        await using var world = await World.StartAsync();
        var (child, _) = await world.CorrectedAsync();
        var file = FeedWorld.File(Pupil.File(CorrectionWorld.Jayden with { Born = "04/03/2015" })) with { AsAt = world.Today.AddDays(-1) };

        (await world.Get<IFeeds>().ApplyAsync(world.System, file, new FeedOptions { Approved = true })).Succeeded.ShouldBeTrue();

        (await world.ReadAsync(child)).Identity!.DateOfBirth.From.IsPinned.ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "FED-8")]
    public async Task AnotherSourceThatAgrees_DoesNotSetFreeWhatTheCorrectedSourceStillContradicts()
    {
        await using var world = await World.StartAsync();
        var (child, _) = await world.CorrectedAsync();
        var held = (await world.ReadAsync(child)).Identity!;
        var other = held.DateOfBirth.From with { Corrects = Guid.NewGuid() };
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 2, Identity = held with { DateOfBirth = new(held.DateOfBirth.Value, other) } })).Succeeded.ShouldBeTrue();

        await world.FeedLaterAsync(CorrectionWorld.Jayden with { Born = "04/03/2015" });

        (await world.ReadAsync(child)).Identity!.DateOfBirth.From.IsPinned.ShouldBeTrue();
    }
}
