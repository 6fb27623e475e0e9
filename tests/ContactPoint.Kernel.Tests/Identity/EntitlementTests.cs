using ContactPoint.Kernel.Identity;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>An account works only while its evidence and its organisation's accreditation hold (USR-1, USR-2).</summary>
public sealed class EntitlementTests
{
    public static TheoryData<string> Lapses => ["check", "training", "procedures", "agreement", "none"];

    [Theory]
    [MemberData(nameof(Lapses))]
    [Trait("Rule", "USR-1")]
    public async Task SignIn_WithOneOfTheFourMissing_IsRefused_AndWithAllFourSucceeds(string lapse)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var all = host.Evidence();
        var evidence = lapse switch
        {
            "check" => all with { DbsUntil = host.Clock.GetUtcNow() },
            "training" => all with { TrainingUntil = host.Clock.GetUtcNow() },
            "procedures" => all with { ProceduresVersion = 0 },
            "agreement" => all with { AgreementVersion = 2 },
            _ => all,
        };
        (await host.Users.RecordEvidenceAsync(host.Administrator, person.Id, evidence)).Succeeded.ShouldBeTrue();

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBe(lapse == "none");
    }

    [Fact]
    [Trait("Rule", "USR-1")]
    public async Task SignIn_WithoutAnyEvidence_IsRefused()
    {
        await using var host = await IdentityHost.StartAsync();
        var id = (await host.Users.CreateAsync(host.Administrator, host.NewUser("a.teacher") with { Evidence = null }, IdentityHost.Password)).Value;
        var person = await host.EnrolAsync(id, "a.teacher");

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.Refused);
    }

    [Fact]
    [Trait("Rule", "USR-2")]
    public async Task SignIn_OfAnOrganisationNeverAccredited_IsRefused()
    {
        await using var host = await IdentityHost.StartAsync();
        var elsewhere = host.NewUser("a.teacher") with { OrganisationId = new Guid("5c0015c0-0000-4000-8000-000000000002") };
        var id = (await host.Users.CreateAsync(host.Administrator, elsewhere, IdentityHost.Password)).Value;
        var person = await host.EnrolAsync(id, "a.teacher");

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.Refused);
        await host.Users.AccreditAsync(host.Administrator, elsewhere.OrganisationId, "Elsewhere");
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "USR-1")]
    public async Task Check_OfMoreThanThreeYears_IsNotTaken()
    {
        await using var host = await IdentityHost.StartAsync();
        var user = host.NewUser("a.teacher") with { Evidence = host.Evidence() with { DbsUntil = host.Clock.GetUtcNow().AddYears(4) } };

        (await host.Users.CreateAsync(host.Administrator, user, IdentityHost.Password)).Succeeded.ShouldBeFalse();
    }
}
