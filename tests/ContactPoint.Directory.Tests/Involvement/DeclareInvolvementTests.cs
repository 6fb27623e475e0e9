using ContactPoint.Directory.Children;
using ContactPoint.Directory.Home;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Involvement.DeclareInvolvement;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;

namespace ContactPoint.Directory.Tests.Involvement;

public sealed class DeclareInvolvementTests
{
    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task Declare_Refused_LeavesAnEntryWithTheReasonEachTime()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var masked = Given.NewChild();
        world.Shields.Levels[masked] = ShieldLevel.Masked;
        await world.AddAsync(Given.Child(masked));
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        var teacher = await world.PersonAsync(Agency.Education, World.School);
        var stranger = await world.PersonAsync(organisation: Guid.NewGuid());
        var view = await nurse.OpenAsync(child);

        await stranger.DeclareAsync((await stranger.OpenAsync(child)).Pass);
        await teacher.DeclareAsync((await teacher.OpenAsync(child)).Pass);
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, Education = EducationStatus.Unknown })).Succeeded.ShouldBeTrue();
        await nurse.DeclareAsync(view.Pass);
        await nurse.DeclareAsync((await nurse.OpenAsync(masked)).Pass);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(15));
        await nurse.DeclareAsync(view.Pass);

        var refused = await world.PayloadsAsync(AuditEvents.InvolvementStarted, AuditOutcome.Refused);
        refused.Count.ShouldBe(5);
        foreach (var (payload, reason) in refused.Zip(["700 ", "701 ", "702 ", "704 ", "703 "])) payload.ShouldContain(reason);
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task Declare_UnderAPassThatHasEnded_IsRefused()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        var view = await nurse.OpenAsync(child);
        world.Host.Clock.Advance(TimeSpan.FromMinutes(15));

        (await nurse.DeclareAsync(view.Pass)).Error.ShouldBe(PassErrors.Ended);
        (await world.ReadAsync(child)).Involvements.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "USR-8")]
    [Trait("Invariant", "I-32")]
    public async Task Declare_WhenTheSessionWasEndedOnAnotherNode_IsRefusedAndRecordedAndWritesNothing()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        var view = await nurse.OpenAsync(child);

        // The row alone, as another node would leave it: nobody has told this process yet.
        await world.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            var command = unit.Prepare("UPDATE $kernel.session SET ended_at = started_at WHERE id = @id", "id");
            command.Parameters[0].Value = view.Pass.Caller.SessionId.ToByteArray(bigEndian: true);
            return await command.ExecuteNonQueryAsync();
        });
        view.Pass.HasEnded.ShouldBeFalse();

        (await nurse.DeclareAsync(view.Pass)).Error.ShouldBe(GateErrors.SessionEnded);

        (await world.ReadAsync(child)).Involvements.Count.ShouldBe(2);
        (await world.PayloadsAsync(AuditEvents.InvolvementStarted, AuditOutcome.Refused)).ShouldHaveSingleItem().ShouldContain("705 ");
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task Declare_OnARecordThatMovedOn_IsRefused()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        var view = await nurse.OpenAsync(child);
        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = 1, Education = EducationStatus.Unknown })).Succeeded.ShouldBeTrue();

        (await nurse.DeclareAsync(view.Pass)).Error.ShouldBe(PassErrors.Moved);
    }

    [Fact]
    [Trait("Rule", "SHD-2")]
    public async Task Declare_OnAMaskedChild_IsRefused()
    {
        await using var world = await World.StartAsync();
        var child = Given.NewChild();
        world.Shields.Levels[child] = ShieldLevel.Masked;
        await world.AddAsync(Given.Child(child));
        var nurse = await world.PersonAsync(practitioner: World.Nurse);

        (await nurse.DeclareAsync((await nurse.OpenAsync(child)).Pass)).Error.ShouldBe(PassErrors.NotGranted);
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task Declare_ByStaffOfASchool_MakesNoPlacement()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var teacher = await world.PersonAsync(Agency.Education, World.School);

        (await teacher.DeclareAsync((await teacher.OpenAsync(child)).Pass)).Error.ShouldBe(InvolvementErrors.PlacementOnly);
    }

    [Fact]
    public async Task Declare_BySomebodyWhoseServiceIsNotKnown_IsRefused()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var stranger = await world.PersonAsync(organisation: Guid.NewGuid());

        (await stranger.DeclareAsync((await stranger.OpenAsync(child)).Pass)).Error.ShouldBe(InvolvementErrors.NoService);
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    [Trait("Invariant", "I-22")]
    public async Task Declare_Once_ShowsAsUnconfirmedWithItsOwnEntryAndInMyChildren()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        var view = await nurse.OpenAsync(child);
        view.Involvements!.Value.CallerIsInvolved.ShouldBeFalse();

        (await nurse.DeclareAsync(view.Pass)).Value.ShouldBe(DeclaredInvolvement.Recorded);

        var after = (await nurse.OpenAsync(child)).Involvements!.Value;
        after.CallerIsInvolved.ShouldBeTrue();
        var entry = after.Involvements.ShouldHaveSingleItem();
        entry.Service.ShouldBe(ServiceCatalogue.SchoolNurse);
        entry.IsConfirmed.ShouldBeFalse();
        entry.IsCallers.ShouldBeTrue();
        entry.Contact.Availability.ShouldBe("Tuesdays");
        (await AuditCountAsync(world, 210)).ShouldBe(1);
        (await nurse.ListAsync(MyChildrenList.Involved)).Value.Lines.ShouldHaveSingleItem().Value.Summary.FamilyName.ShouldBe("Osborne");
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task Declare_TwiceAndAtOnce_IsRecordedOnce()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        var view = await nurse.OpenAsync(child);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => nurse.DeclareAsync(view.Pass)));
        (await nurse.DeclareAsync(view.Pass)).Value.ShouldBe(DeclaredInvolvement.AlreadyInvolved);

        outcomes.Count(outcome => outcome.Succeeded && outcome.Value == DeclaredInvolvement.Recorded).ShouldBe(1);
        (await world.ReadAsync(child)).Involvements.Count(involvement => involvement.ServiceCode == ServiceCatalogue.SchoolNurse.Code).ShouldBe(1);
        (await AuditCountAsync(world, 210)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "INV-1")]
    public async Task Confirm_ADeclaredInvolvement_ShowsAsConfirmed()
    {
        await using var world = await World.StartAsync();
        var child = await world.AddAsync(Given.Child());
        var nurse = await world.PersonAsync(practitioner: World.Nurse);
        await nurse.DeclareAsync((await nurse.OpenAsync(child)).Pass);
        var record = await world.ReadAsync(child);
        var declared = record.Involvements.Single(involvement => !involvement.IsConfirmed);

        (await world.WriteAsync(new ChildWrite { Child = child, ExpectedVersion = record.Version, Confirms = [declared.Id] })).Succeeded.ShouldBeTrue();

        (await world.ReadAsync(child)).Involvements.ShouldAllBe(involvement => involvement.IsConfirmed);
    }

    private static Task<long> AuditCountAsync(World world, int type) => world.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
    {
        var command = unit.Prepare("SELECT COUNT(*) FROM $kernel.audit_entry WHERE event_code = @type", "type");
        command.Parameters[0].Value = type;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    });
}
