using ContactPoint.Tool.Cli;
using OtpNet;

namespace ContactPoint.Tool.Tests;

public sealed class UserTests
{
    private const string Password = "steady lantern under oak";

    private static readonly string[] Nurse =
    [
        "user", "create", "--user-name", "nina.nurse", "--name", "Nina Nurse", "--organisation", "Test Trust", "--agency", "Health", "--authority", "355",
        "--role", "Practitioner", "--function", "nurse", "--purpose", "UrgentCare", "SafeguardingEnquiry", "--dbs-date", "2026-01-31", "--training-until", "2027-01-31", "--signed", "--json",
    ];

    [Fact]
    [Trait("Rule", "USR-2")]
    public async Task Create_InAnUnknownOrganisation_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        var answer = await place.TypeAsync(Password, Nurse);
        (answer.Code, answer.ErrorCode).ShouldBe((ExitCode.Refused, "organisation.not-found"));
        place.Ask<long>("SELECT COUNT(*) FROM kernel_account WHERE is_system = 0").ShouldBe(0);
    }

    [Fact]
    public async Task Create_WithoutAPassword_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.TypeAsync(string.Empty, [.. Nurse, "--accredit"])).ErrorCode.ShouldBe("password.missing");
    }

    [Fact]
    [Trait("Asvs", "6.2.1")]
    public async Task Create_WithAShortPassword_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        var answer = await place.TypeAsync("too short", [.. Nurse, "--accredit"]);
        answer.Code.ShouldBe(ExitCode.Refused);
        answer.ErrorCode.ShouldStartWith("password.");
    }

    [Fact]
    public async Task Create_WithAnUnknownRoleOrAuthority_IsNoUsage()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.TypeAsync(Password, [.. Nurse.Select(word => word == "Practitioner" ? "Wizard" : word)])).Code.ShouldBe(ExitCode.Usage);
        (await place.TypeAsync(Password, [.. Nurse.Select(word => word == "355" ? "35" : word)])).Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public async Task CreateAndEnrol_MakeAnAccountThatHasATokenAndIsAudited()
    {
        using var place = await new Installation().MigratedAsync();
        var created = await place.TypeAsync(Password, [.. Nurse, "--accredit"]);
        created.Code.ShouldBe(ExitCode.Done, created.Output);
        created.Json.GetProperty("hasEvidence").GetBoolean().ShouldBeTrue();
        created.Output.ShouldNotContain(Password);

        var enrolled = await place.RunAsync("user", "enrol", "--user-name", "nina.nurse", "--json");
        enrolled.Code.ShouldBe(ExitCode.Done);
        enrolled.Json.GetProperty("uri").GetString()!.ShouldStartWith("otpauth://totp/");
        Base32Encoding.ToBytes(enrolled.Json.GetProperty("secret").GetString()).Length.ShouldBe(20);
        place.Ask<long>("SELECT COUNT(*) FROM kernel_audit_entry WHERE event_code IN (500, 501, 502, 505)").ShouldBe(4);
    }

    [Fact]
    public async Task Enrol_ForPeople_DrawsACode()
    {
        using var place = await new Installation().MigratedAsync();
        await place.TypeAsync(Password, [.. Nurse, "--accredit"]);
        var answer = await place.RunAsync("user", "enrol", "--user-name", "nina.nurse");
        answer.Output.ShouldContain("█▀");
        answer.Output.ShouldContain("otpauth://totp/");
    }

    [Fact]
    public async Task Enrol_OfNobody_IsRefused()
    {
        using var place = await new Installation().MigratedAsync();
        (await place.RunAsync("user", "enrol", "--user-name", "nobody.here", "--json")).ErrorCode.ShouldBe("user.not-found");
    }
}
