using System.Globalization;
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

    [Theory]
    [Trait("Rule", "USR-1")]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-24")]
    [InlineData("2026-07-01T22:59:59Z", "2026-07-02")]
    [InlineData("2026-11-23T12:00:00Z", "9999-12-31")]
    public async Task Check_DatedInTheFuture_IsNotTaken(string now, string date)
    {
        await using var host = await AtAsync(now);
        var evidence = host.Evidence() with { DbsDate = Day(date) };

        (await host.Users.CreateAsync(host.Administrator, host.NewUser("a.teacher") with { Evidence = evidence }, IdentityHost.Password)).Error!.Code.ShouldBe("user.dbs-future");
        var person = await host.AddAsync("b.teacher");
        (await host.Users.RecordEvidenceAsync(host.Administrator, person.Id, evidence)).Error!.Code.ShouldBe("user.dbs-future");
    }

    [Fact]
    [Trait("Rule", "USR-1")]
    public async Task Check_OfMoreThanThreeYears_IsNotTaken_ByEitherWay()
    {
        await using var host = await AtAsync("2026-11-23T12:00:00Z");
        var evidence = host.Evidence() with { DbsDate = Day("2026-11-23"), DbsUntil = DateTimeOffset.Parse("2029-11-23T00:00:00.000001Z", CultureInfo.InvariantCulture) };

        (await host.Users.CreateAsync(host.Administrator, host.NewUser("a.teacher") with { Evidence = evidence }, IdentityHost.Password)).Error!.Code.ShouldBe("user.dbs");
        var person = await host.AddAsync("b.teacher");
        (await host.Users.RecordEvidenceAsync(host.Administrator, person.Id, evidence)).Error!.Code.ShouldBe("user.dbs");
        (await host.Users.RecordEvidenceAsync(host.Administrator, person.Id, evidence with { DbsUntil = evidence.DbsUntil!.Value.AddMicroseconds(-1) })).Succeeded.ShouldBeTrue();
    }

    // The last instant at which the account works, in UTC: midnights of British summer time are an hour earlier.
    [Theory]
    [Trait("Rule", "USR-1")]
    [Trait("Rule", "LIF-5")]
    [InlineData("2026-11-23T12:00:00Z", "2026-11-23", "2029-11-23T00:00:00Z")]
    [InlineData("2026-07-01T23:00:00Z", "2026-07-02", "2029-07-01T23:00:00Z")]
    [InlineData("2028-03-01T12:00:00Z", "2028-02-29", "2031-03-01T00:00:00Z")]
    [InlineData("2028-03-01T12:00:00Z", "2028-02-28", "2031-02-28T00:00:00Z")]
    [InlineData("2029-03-01T12:00:00Z", "2029-03-01", "2032-03-01T00:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "2026-03-29", "2029-03-29T00:00:00+01:00")]
    public async Task Check_LastsThreeYearsFromItsDate_ToTheMidnightInTheUnitedKingdom(string now, string date, string lapses)
    {
        await using var host = await AtAsync(now);
        var person = await host.AddAsync("a.teacher");
        var end = DateTimeOffset.Parse(lapses, CultureInfo.InvariantCulture);
        var evidence = host.Evidence() with { DbsDate = Day(date), TrainingUntil = end.AddYears(1) };
        (await host.Users.RecordEvidenceAsync(host.Administrator, person.Id, evidence)).Succeeded.ShouldBeTrue();

        host.Clock.AdjustTime(end.AddSeconds(-1));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
        host.Clock.AdjustTime(end);
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, 1))).Succeeded.ShouldBeFalse();
    }

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<IdentityHost> AtAsync(string now) => IdentityHost.StartAsync(at: DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
}
