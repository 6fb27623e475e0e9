using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>15 minutes idle, 12 hours in all, one live session a user (USR-10).</summary>
public sealed class SessionTests
{
    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.3.1")]
    public async Task Session_IdleForFifteenMinutes_IsOver_EverywhereAtOnce()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));

        host.Clock.Advance(TimeSpan.FromMinutes(15));

        (await host.Sessions.ValidateAsync(session.Token)).ShouldBeNull();
        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeFalse();
        (await host.CallerAsync(session.SessionId)).ShouldBeNull();
        (await InUnitAsync(host, session.SessionId)).ShouldBeFalse();
        await host.Sessions.TouchAsync(session.SessionId);
        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeFalse("a touch revives nothing");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.3.2")]
    public async Task Session_ThatIsNeverIdle_IsOverAfterTwelveHours()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));
        for (var minute = 0; minute < (12 * 60) - 10; minute += 10)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            await host.Sessions.TouchAsync(session.SessionId);
            (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeTrue();
        }

        host.Clock.Advance(TimeSpan.FromMinutes(10));

        (await host.Sessions.ValidateAsync(session.Token)).ShouldBeNull();
        (await InUnitAsync(host, session.SessionId)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Sweep_EndsWhatIsOver_WithReasonAndAuditEntry_AndNothingElse()
    {
        await using var host = await IdentityHost.StartAsync();
        var idle = await host.SignInAsync(await host.AddAsync("a.teacher"));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var live = await host.SignInAsync(await host.AddAsync("b.teacher"));
        host.Clock.Advance(TimeSpan.FromMinutes(6));

        (await host.Get<SessionSweep>().SweepAsync(default)).ShouldBe(1);
        (await host.Get<SessionSweep>().SweepAsync(default)).ShouldBe(0);

        (await host.Sessions.IsLiveAsync(live.SessionId)).ShouldBeTrue();
        (await host.NumberAsync("SELECT ended_reason FROM $kernel.session WHERE ended_at IS NOT NULL")).ShouldBe((long)Kernel.Identity.SessionEnd.Idle);
        (await AuditPayloads.ReadAsync(host, 402)).ShouldHaveSingleItem().ShouldContain(idle.SessionId.ToString());
    }

    [Fact]
    [Trait("Rule", "SEA-7")]
    [Trait("Asvs", "14.2.7")]
    public async Task Sweep_ForgetsTheLimitsOfDaysGone_AndWhomTheyCounted_ButNotTodays()
    {
        await using var host = await IdentityHost.StartAsync();
        var teacher = await host.AddAsync("a.teacher");
        var child = new ChildId(Guid.NewGuid());
        var budgets = host.Get<Kernel.Access.Budgets.Budgets>();
        await UseAsync();
        host.Clock.Advance(TimeSpan.FromDays(2));
        await UseAsync();
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.budget")).ShouldBe(6L);

        await host.Get<SessionSweep>().SweepAsync(default);

        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.budget")).ShouldBe(3L);
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.budget_child")).ShouldBe(1L);

        async Task UseAsync()
        {
            var caller = await host.CallerAsync((await host.SignInAsync(teacher)).SessionId);
            await host.Get<IUnitOfWorkFactory>().RunAsync(unit =>
            {
                budgets.ReserveSearch(caller!, unit);
                budgets.ReserveChild(caller!, child, unit);
                return ValueTask.FromResult(true);
            });
        }
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.1.2")]
    public async Task SecondSignIn_EndsTheFirstSession_AndSaysSo()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var bystander = await host.SignInAsync(await host.AddAsync("b.teacher"));
        var first = await host.SignInAsync(person);
        var heard = new List<RevocationNotice>();
        using var listening = host.Get<IRevocations>().Subscribe(heard.Add);

        var second = await host.SignInAsync(person);

        (await host.Sessions.ValidateAsync(first.Token)).ShouldBeNull();
        (await host.Sessions.ValidateAsync(second.Token)).ShouldNotBeNull().UserId.ShouldBe(person.Id);
        (await host.Sessions.ValidateAsync(bystander.Token)).ShouldNotBeNull();
        heard.ShouldBe([new RevocationNotice(RevocationKind.Session, first.SessionId)]);
        (await host.EntriesAsync(402, 1)).ShouldBe(1);
    }

    [Fact]
    [Trait("Asvs", "7.4.1")]
    public async Task SignOut_EndsTheSession_AndATokenOfNobodyDoesNothing()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));

        await host.Sessions.SignOutAsync(session.Token + "x");
        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeTrue();
        await host.Sessions.SignOutAsync(session.Token);

        (await host.Sessions.ValidateAsync(session.Token)).ShouldBeNull();
        (await host.CallerAsync(session.SessionId)).ShouldBeNull();
    }

    [Fact]
    [Trait("Asvs", "7.2.3")]
    public async Task Tokens_Have256Bits_AndAreStoredAsHashesAlone()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));

        System.Buffers.Text.Base64Url.DecodeFromChars(session.Token).Length.ShouldBe(32);
        var stored = await DatabaseBytes.ReadAsync(host);
        stored.Contains(System.Text.Encoding.ASCII.GetBytes(session.Token)).ShouldBeFalse();
        stored.Contains(System.Buffers.Text.Base64Url.DecodeFromChars(session.Token)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Asvs", "7.5.2")]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-26")]
    public async Task OwnSessions_CanBeListedAndEnded_AndOthersCannot_AndEachRefusalIsWrittenDown()
    {
        await using var host = await IdentityHost.StartAsync();
        var own = await host.SignInAsync(await host.AddAsync("a.teacher"));
        var foreign = await host.SignInAsync(await host.AddAsync("b.teacher"));
        var caller = (await host.CallerAsync(own.SessionId)).ShouldNotBeNull();

        (await host.Sessions.EndOwnAsync(caller, foreign.SessionId)).Succeeded.ShouldBeFalse();
        (await host.Sessions.EndOwnAsync(caller, Guid.NewGuid())).Succeeded.ShouldBeFalse();
        (await host.Sessions.IsLiveAsync(foreign.SessionId)).ShouldBeTrue();
        (await host.Sessions.OwnAsync(caller)).ShouldHaveSingleItem().Id.ShouldBe(own.SessionId);
        (await host.Sessions.EndOwnAsync(caller, own.SessionId)).Succeeded.ShouldBeTrue();
        (await host.Sessions.IsLiveAsync(own.SessionId)).ShouldBeFalse();
        (await host.Sessions.EndOwnAsync(caller, own.SessionId)).Error.ShouldBe(GateErrors.SessionEnded);
        var refusals = (await AuditPayloads.ReadAsync(host, AuditEvents.SessionEnded.Code)).Where(entry => entry.Contains("\"reasons\":[\"", StringComparison.Ordinal)).ToArray();
        refusals.Length.ShouldBe(3);
        refusals[0].ShouldContain("511 not-own-session");
        refusals[0].ShouldContain(foreign.SessionId.ToString());
        refusals[1].ShouldContain("511 not-own-session");
        refusals[2].ShouldContain("100 session-ended");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Touch_WritesAtMostEveryFifteenSeconds()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));
        var start = (await host.Sessions.ValidateAsync(session.Token))!.LastActivityAt;

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await host.Sessions.TouchAsync(session.SessionId);
        (await host.Sessions.ValidateAsync(session.Token))!.LastActivityAt.ShouldBe(start);

        host.Clock.Advance(TimeSpan.FromSeconds(16));
        await host.Sessions.TouchAsync(session.SessionId);
        var trace = await StatementTrace.OnAsync(host.Units);
        (await trace.OfAsync(() => host.Sessions.TouchAsync(session.SessionId))).ShouldBeEmpty();
        (await host.Sessions.ValidateAsync(session.Token))!.LastActivityAt.ShouldBe(start.AddSeconds(26));
    }

    [Fact]
    [Trait("Rule", "USR-4")]
    public async Task Caller_ComesFromTheRows_WithTheScopesInForce()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        (await host.CallerAsync(Guid.Empty)).ShouldBeNull();
        var caller = (await host.CallerAsync((await host.SignInAsync(person)).SessionId)).ShouldNotBeNull();

        caller.UserId.ShouldBe(person.Id);
        caller.OrganisationId.ShouldBe(IdentityHost.School);
        caller.Authority.ShouldBe(new Sdk.Children.LocalAuthorityCode("330"));
        caller.Agency.ShouldBe(Agency.Education);
        caller.SecondFactor.ShouldBe(SecondFactor.AuthenticatorApp);
        var scope = caller.Scopes.ShouldHaveSingleItem();
        scope.Role.ShouldBe(Role.Practitioner);
        scope.Purposes.ShouldBe([Purpose.ServiceProvision, Purpose.EarlyHelp], ignoreOrder: true);
        scope.Function.ShouldBe("class-teacher");

        host.Clock.Advance(TimeSpan.FromDays(190));
        var later = await host.SignInAsync(person);
        (await host.CallerAsync(later.SessionId)).ShouldNotBeNull().Scopes.ShouldBeEmpty("a scope ends by itself (I-50)");
    }

    [Fact]
    public async Task Scope_BoundToOneSession_CannotBeBoundToAnother()
    {
        var ambient = new Kernel.Identity.AmbientSession();
        ambient.Set(new Guid("00000000-0000-4000-8000-000000000001"));
        ambient.Set(new Guid("00000000-0000-4000-8000-000000000001"));
        Should.Throw<InvalidOperationException>(() => ambient.Set(new Guid("00000000-0000-4000-8000-000000000002")));
        Should.Throw<InvalidOperationException>(() => ambient.Set(new Guid("00000000-0000-4000-8000-000000000001"), new Guid("00000000-0000-4000-8000-00000000000a")));
        await Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Check_InsideTheGate_IsOneStatement()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));
        await InUnitAsync(host, session.SessionId);
        var trace = await StatementTrace.OnAsync(host.Units);
        var empty = await trace.OfAsync(() => host.Units.RunAsync(_ => ValueTask.FromResult(true)));

        var statements = await trace.OfAsync(async () => (await InUnitAsync(host, session.SessionId)).ShouldBeTrue());

        statements.Count.ShouldBe(empty.Count + 1);
    }

    private static Task<bool> InUnitAsync(IdentityHost host, Guid session) =>
        host.Units.RunAsync(unit => host.Get<SessionCheck>().IsLiveAsync(session, null, unit));
}
