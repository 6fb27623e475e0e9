using ContactPoint.Tool.Cli;
using OtpNet;

namespace ContactPoint.Tool.Tests;

/// <summary>What an operator does when somebody must be out at once, and to let them in again.</summary>
public sealed class EmergencyTests
{
    private const string Password = "steady lantern under oak";

    private static readonly string[] Nurse =
    [
        "user", "create", "--user-name", "nina.nurse", "--name", "Nina Nurse", "--organisation", "Test Trust", "--agency", "Health", "--authority", "355",
        "--role", "Practitioner", "--function", "nurse", "--purpose", "UrgentCare", "--accredit", "--json",
    ];

    [Theory]
    [InlineData("suspend")]
    [InlineData("reinstate")]
    [Trait("Rule", "USR-8")]
    public async Task StateChange_OfNobodyOrWithoutAReason_IsRefused(string verb)
    {
        using var place = await WithNurseAsync();
        (await place.RunAsync("user", verb, "nobody.here", "--reason", "lost device", "--json")).ErrorCode.ShouldBe("user.not-found");
        (await place.RunAsync("user", verb, "nina.nurse", "--reason", "  ", "--json")).ErrorCode.ShouldBe("reason.missing");
        (await place.RunAsync("user", verb, "nina.nurse")).Code.ShouldBe(ExitCode.Usage);
        place.Ask<long>(StateChanges).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "USR-8")]
    [Trait("Rule", "AUD-1")]
    public async Task Suspend_ThenReinstate_ChangesTheStateAndIsAudited()
    {
        using var place = await WithNurseAsync();

        var suspended = await place.RunAsync("user", "suspend", "NINA.nurse", "--reason", "device lost on the tram", "--json");
        suspended.Code.ShouldBe(ExitCode.Done, suspended.Output);
        place.Ask<long>(State).ShouldBe(1);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_revocation WHERE kind = 2").ShouldBe(1);

        (await place.RunAsync("user", "reinstate", "nina.nurse", "--reason", "device found", "--json")).Code.ShouldBe(ExitCode.Done);
        place.Ask<long>(State).ShouldBe(0);
        place.Ask<long>(StateChanges).ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "USR-1")]
    public async Task Evidence_UnsignedOrOfTheFuture_IsRefused()
    {
        using var place = await WithNurseAsync();
        (await place.RunAsync("user", "evidence", "nina.nurse", "--dbs-date", "2026-01-31", "--training-until", "2027-01-31", "--json")).ErrorCode.ShouldBe("user.not-signed");
        (await place.RunAsync("user", "evidence", "nina.nurse", "--dbs-date", "2999-01-31", "--training-until", "2027-01-31", "--signed", "--json")).ErrorCode.ShouldBe("user.dbs-future");
        (await place.RunAsync("user", "evidence", "nobody.here", "--dbs-date", "2026-01-31", "--training-until", "2027-01-31", "--signed", "--json")).ErrorCode.ShouldBe("user.not-found");
        place.Ask<long>("SELECT COUNT(*) FROM kernel_account WHERE dbs_until IS NOT NULL AND is_system = 0").ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "USR-1")]
    public async Task Evidence_IsRecordedAndAudited()
    {
        using var place = await WithNurseAsync();
        var answer = await place.RunAsync("user", "evidence", "nina.nurse", "--dbs-date", "2026-01-31", "--training-until", "2027-01-31", "--signed", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_account WHERE dbs_until IS NOT NULL AND agreement_version = 1 AND is_system = 0").ShouldBe(1);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 503").ShouldBe(1);
    }

    [Fact]
    [Trait("Asvs", "6.5.5")]
    public async Task Resync_WithoutCodesOrWithCodesThatDoNotFollow_IsRefused()
    {
        using var place = await WithNurseAsync();
        (await place.TypeAsync("123456", "user", "resync", "nina.nurse", "--json")).ErrorCode.ShouldBe("code.missing");
        (await place.TypeAsync("123456\n654321", "user", "resync", "nina.nurse", "--json")).ErrorCode.ShouldBe("token.none");
        await place.RunAsync("user", "enrol", "--user-name", "nina.nurse", "--json");
        (await place.TypeAsync("123456\n123456", "user", "resync", "nina.nurse", "--json")).ErrorCode.ShouldBe("token.not-in-step");
    }

    [Fact]
    [Trait("Asvs", "6.5.5")]
    public async Task Resync_WithTwoCodesInARow_PutsTheTokenInStep()
    {
        using var place = await WithNurseAsync();
        var enrolled = await place.RunAsync("user", "enrol", "--user-name", "nina.nurse", "--json");
        var token = new Totp(Base32Encoding.ToBytes(enrolled.Json.GetProperty("secret").GetString()));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var answer = await place.TypeAsync($"{token.ComputeTotp(now)}\n{token.ComputeTotp(now.AddSeconds(30))}", "user", "resync", "nina.nurse", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
    }

    [Fact]
    [Trait("Rule", "USR-2")]
    public async Task Withdraw_OfAnUnknownOrganisation_IsRefused()
    {
        using var place = await WithNurseAsync();
        (await place.RunAsync("organisation", "withdraw", "Nowhere", "--json")).ErrorCode.ShouldBe("organisation.not-found");
    }

    [Fact]
    [Trait("Rule", "USR-2")]
    public async Task Withdraw_EndsAccreditationAndSessions_AndIsAudited()
    {
        using var place = await WithNurseAsync();
        var answer = await place.RunAsync("organisation", "withdraw", "Test Trust", "--json");
        answer.Code.ShouldBe(ExitCode.Done, answer.Output);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_accreditation WHERE accredited = 1").ShouldBe(0);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_revocation WHERE kind = 3").ShouldBe(1);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 505").ShouldBe(2);
    }

    private const string State = "SELECT state FROM kernel_account WHERE user_name = 'nina.nurse'";

    private const string StateChanges = "SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code = 504";

    private static async Task<Installation> WithNurseAsync()
    {
        var place = await new Installation().MigratedAsync();
        var created = await place.TypeAsync(Password, Nurse);
        created.Code.ShouldBe(ExitCode.Done, created.Output);
        return place;
    }
}
