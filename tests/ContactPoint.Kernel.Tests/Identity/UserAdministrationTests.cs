using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Administration is open to system accounts, audited, and keeps duties apart.</summary>
public sealed class UserAdministrationTests
{
    [Fact]
    [Trait("Rule", "USR-11")]
    [Trait("Invariant", "I-46")]
    [Trait("Asvs", "8.2.1")]
    public async Task EveryAct_ByAnyoneButASystemAccount_IsRefused_AndAudited()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var by = (await host.CallerAsync((await host.SignInAsync(person)).SessionId))!;
        var users = host.Users;

        (await users.AccreditAsync(by, IdentityHost.School, "Mine")).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.WithdrawAccreditationAsync(by, IdentityHost.School)).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.CreateAsync(by, host.NewUser("b.teacher"), IdentityHost.Password)).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.GrantAsync(by, person.Id, [host.Practitioner()])).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.RecordEvidenceAsync(by, person.Id, host.Evidence())).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.EnrolTokenAsync(by, person.Id)).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.ResynchroniseTokenAsync(by, person.Id, "000000", "000001")).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.SuspendAsync(by, person.Id, "x")).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.ReinstateAsync(by, person.Id, "x")).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.CloseAsync(by, person.Id, "x")).Error.ShouldBe(GateErrors.OutOfRole);
        (await users.FindAsync(by, "a.teacher")).ShouldBeNull();

        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.audit_entry WHERE outcome = 2 AND event_code BETWEEN 500 AND 505")).ShouldBe(10);
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.account WHERE is_system = 0")).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "USR-11")]
    public async Task SystemCaller_WhoseSessionWasClosed_CanDoNothing()
    {
        await using var host = await IdentityHost.StartAsync();
        var by = await host.Get<ISystemCallers>().OpenAsync("command-line", "tester");
        await host.Get<ISystemCallers>().CloseAsync(by);

        (await host.Users.AccreditAsync(by, IdentityHost.School, "x")).Error.ShouldBe(GateErrors.SessionEnded);
        (await host.Sessions.IsLiveAsync(host.Administrator.SessionId)).ShouldBeTrue("each run has a session of its own");
    }

    [Theory]
    [InlineData(Role.SystemAccount)]
    [InlineData(Role.None)]
    [InlineData((Role)99)]
    [Trait("Invariant", "I-46")]
    public async Task RoleThatNobodyHolds_CannotBeGranted(Role role)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");

        (await host.Users.GrantAsync(host.Administrator, person.Id, [host.Practitioner() with { Role = role }])).Error!.Code.ShouldBe("role.not-grantable");
    }

    [Fact]
    [Trait("Rule", "USR-11")]
    [Trait("Invariant", "I-46")]
    public async Task Reviewer_WithAnyOtherRole_IsRefused_AndAloneIsNot()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.reviewer");
        var reviewer = host.Practitioner() with { Role = Role.SecurityReviewer };

        (await host.Users.GrantAsync(host.Administrator, person.Id, [reviewer, host.Practitioner()])).Error!.Code.ShouldBe("role.reviewer-alone");
        (await host.Users.GrantAsync(host.Administrator, person.Id, [reviewer])).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    [Trait("Invariant", "I-50")]
    public async Task Grant_WithoutATermOfAtMostTwelveMonths_IsRefused(int days)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");

        (await host.Users.GrantAsync(host.Administrator, person.Id, [host.Practitioner() with { ExpiresAt = host.Clock.GetUtcNow().AddDays(days) }]))
            .Error!.Code.ShouldBe("role.term");
    }

    [Theory]
    [InlineData("ab", "user.name")]
    [InlineData("a b c", "user.name")]
    [InlineData("system:mine", "user.name")]
    [InlineData("A.TEACHER", "user.name-taken")]
    public async Task UserName_ThatIsUnfitOrTaken_IsRefused(string name, string code)
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("a.teacher");

        (await host.Users.CreateAsync(host.Administrator, host.NewUser(name), IdentityHost.Password)).Error!.Code.ShouldBe(code);
    }

    [Fact]
    [Trait("Asvs", "6.2.1")]
    public async Task User_WithAnUnfitPassword_IsNotCreated()
    {
        await using var host = await IdentityHost.StartAsync();

        (await host.Users.CreateAsync(host.Administrator, host.NewUser("a.teacher"), "too short")).Error!.Code.ShouldBe("password.too-short");
        (await host.Users.FindAsync(host.Administrator, "a.teacher")).ShouldBeNull();
        (await AuditPayloads.ReadAsync(host, 500)).ShouldAllBe(payload => !payload.Contains("too short", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "USR-7")]
    [Trait("Asvs", "6.5.3")]
    public async Task NewToken_ReplacesTheOldOne_AndItsSecretIsInNoAuditEntry()
    {
        await using var host = await IdentityHost.StartAsync();
        var old = await host.AddAsync("a.teacher");

        var enrolled = (await host.Users.EnrolTokenAsync(host.Administrator, old.Id)).Value;
        var fresh = old with { Secret = OtpNet.Base32Encoding.ToBytes(enrolled.Secret) };

        fresh.Secret.Length.ShouldBeGreaterThanOrEqualTo(20);
        enrolled.Uri.ShouldStartWith("otpauth://totp/");
        enrolled.Uri.ShouldContain($"secret={enrolled.Secret}");
        enrolled.ToString().ShouldNotContain(enrolled.Secret);
        (await host.TryAsync(old.Name, IdentityHost.Password, host.Code(old))).Succeeded.ShouldBeFalse();
        (await host.TryAsync(old.Name, IdentityHost.Password, host.Code(fresh))).Succeeded.ShouldBeTrue();
        (await AuditPayloads.ReadAsync(host, 501)).ShouldAllBe(payload => !payload.Contains(enrolled.Secret, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    [Trait("Asvs", "6.3.2")]
    public async Task SystemAccount_HoldsItsOneRole_IsAudited_AndHasNoPassword()
    {
        await using var host = await IdentityHost.StartAsync();
        var caller = await host.Get<ISystemCaller>().CurrentAsync();

        caller.Scopes.ShouldHaveSingleItem().Role.ShouldBe(Role.SystemAccount);
        caller.SecondFactor.ShouldBe(SecondFactor.OperatorCredential);
        (await host.Get<ISystemCaller>().CurrentAsync()).SessionId.ShouldBe(caller.SessionId);
        host.Clock.Advance(TimeSpan.FromHours(11.5));
        (await host.Get<ISystemCaller>().CurrentAsync()).SessionId.ShouldNotBe(caller.SessionId, "renewed before it ends");
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.account WHERE is_system = 1 AND password_hash IS NULL")).ShouldBe(2);
        (await AuditPayloads.ReadAsync(host, 400)).ShouldContain(payload => payload.Contains("tester", StringComparison.Ordinal));
        await Should.ThrowAsync<ArgumentException>(() => host.Get<ISystemCallers>().OpenAsync("Not A Function", "tester"));
    }

    [Fact]
    [Trait("Asvs", "6.3.2")]
    public async Task NewDatabase_HasNoUserWhoCouldSignIn()
    {
        await using var host = await IdentityHost.StartAsync();
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.account WHERE password_hash IS NOT NULL")).ShouldBe(0);
    }
}
