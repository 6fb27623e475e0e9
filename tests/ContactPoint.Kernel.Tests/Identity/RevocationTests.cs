using System.Diagnostics;
using ContactPoint.Kernel.Identity.Revoking;
using ContactPoint.Kernel.Identity.Sessions;
using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Access;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Revocation ends sessions in its own transaction and is heard in this process at once, in others by their tail (USR-8).</summary>
public sealed class RevocationTests
{
    [Fact]
    [Trait("Rule", "USR-8")]
    [Trait("Invariant", "I-32")]
    [Trait("Asvs", "7.4.2")]
    public async Task Suspension_EndsTheUsersSession_AndNobodyElses()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var session = await host.SignInAsync(person);
        var other = await host.SignInAsync(await host.AddAsync("b.teacher"));

        (await host.Users.SuspendAsync(host.Administrator, person.Id, "suspected misuse")).Succeeded.ShouldBeTrue();

        (await host.Sessions.ValidateAsync(session.Token)).ShouldBeNull();
        (await host.CallerAsync(session.SessionId)).ShouldBeNull();
        (await host.Sessions.IsLiveAsync(other.SessionId)).ShouldBeTrue();
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.session WHERE ended_reason = 5")).ShouldBe(1);
        (await AuditPayloads.ReadAsync(host, 504)).ShouldHaveSingleItem().ShouldContain("suspected misuse");
    }

    [Fact]
    [Trait("Rule", "USR-2")]
    [Trait("Rule", "USR-8")]
    [Trait("Invariant", "I-32")]
    public async Task LostAccreditation_EndsEverySessionOfTheOrganisation()
    {
        await using var host = await IdentityHost.StartAsync();
        var first = await host.SignInAsync(await host.AddAsync("a.teacher"));
        var second = await host.SignInAsync(await host.AddAsync("b.teacher"));
        (await host.Users.AccreditAsync(host.Administrator, host.NewUser("x").OrganisationId, "Larkspur School")).Succeeded.ShouldBeTrue();

        await host.Users.WithdrawAccreditationAsync(host.Administrator, IdentityHost.School);

        (await host.Sessions.IsLiveAsync(first.SessionId)).ShouldBeFalse();
        (await host.Sessions.IsLiveAsync(second.SessionId)).ShouldBeFalse();
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.session WHERE ended_reason = 5")).ShouldBe(2);
        (await host.Sessions.IsLiveAsync(host.Administrator.SessionId)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("token")]
    [InlineData("role")]
    [Trait("Invariant", "I-32")]
    public async Task ChangedTokenOrRole_EndsTheUsersSession(string what)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var session = await host.SignInAsync(person);

        if (what == "token") await host.EnrolAsync(person.Id, person.Name);
        else (await host.Users.GrantAsync(host.Administrator, person.Id, [])).Succeeded.ShouldBeTrue();

        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("check")]
    [InlineData("training")]
    [Trait("Rule", "USR-1")]
    [Trait("Invariant", "I-32")]
    public async Task LapsedEvidence_EndsTheSessionByItself(string which)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var soon = host.Clock.GetUtcNow().AddMinutes(5);
        var evidence = which == "check" ? host.Evidence() with { DbsUntil = soon } : host.Evidence() with { TrainingUntil = soon };
        await host.Users.RecordEvidenceAsync(host.Administrator, person.Id, evidence);
        var session = await host.SignInAsync(person);
        var heard = new List<RevocationNotice>();
        using var listening = host.Get<IRevocations>().Subscribe(heard.Add);

        host.Clock.Advance(TimeSpan.FromMinutes(4.5));

        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeFalse();
        (await host.Get<SessionSweep>().SweepAsync(default)).ShouldBe(1);
        heard.ShouldBe([new RevocationNotice(RevocationKind.Session, session.SessionId)]);
        (await host.NumberAsync("SELECT ended_reason FROM $kernel.session WHERE ended_at IS NOT NULL")).ShouldBe((long)Kernel.Identity.SessionEnd.Entitlement);
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task Revocation_IsHeardInThisProcess_ByTheTimeTheRevokerIsAnswered_AndOnce()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        await host.Get<RevocationTail>().ReadNewAsync(default);
        var heard = new List<RevocationNotice>();
        using (host.Get<IRevocations>().Subscribe(_ => throw new InvalidOperationException("A broken listener.")))
        using (host.Get<IRevocations>().Subscribe(heard.Add))
        {
            await host.Users.SuspendAsync(host.Administrator, person.Id, "test");
            heard.ShouldBe([new RevocationNotice(RevocationKind.User, person.Id)]);
            await host.Get<RevocationTail>().ReadNewAsync(default);
            await host.Get<RevocationTail>().ReadNewAsync(default);
        }

        await host.Users.CloseAsync(host.Administrator, person.Id, "test");
        heard.Count.ShouldBe(1, "the bell rings once, and not after the end of the subscription");
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task Listener_MayStartAUnitOfItsOwn()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = host.Get<IRevocations>().Subscribe(_ => Task.Run(async () =>
        {
            try
            {
                done.SetResult(await host.Units.RunAsync(_ => ValueTask.FromResult(true)));
            }
            catch (InvalidOperationException failure)
            {
                done.SetException(failure);
            }
        }));

        await host.Users.SuspendAsync(host.Administrator, person.Id, "test");

        (await done.Task.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "USR-8")]
    [Trait("Invariant", "I-32")]
    public async Task Revocation_OfAnotherProcess_IsHeardWithinASecondAtTheMedian_AndFiveAlways()
    {
        await using var host = await IdentityHost.StartAsync();
        await using var other = await host.SecondAsync();
        var heard = new TaskCompletionSource<(RevocationNotice Notice, long At)>[9];
        var next = -1;
        using var listening = other.Get<IRevocations>().Subscribe(notice => heard[Volatile.Read(ref next)].TrySetResult((notice, Stopwatch.GetTimestamp())));
        var tail = other.Get<RevocationTail>();
        await tail.StartAsync(default);
        await Task.Delay(300);
        var delays = new List<TimeSpan>();
        for (var i = 0; i < heard.Length; i++)
        {
            var person = await host.AddAsync($"teacher.{i}");
            var session = await host.SignInAsync(person);
            (await other.Sessions.IsLiveAsync(session.SessionId)).ShouldBeTrue();
            heard[i] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref next, i);

            await host.Users.SuspendAsync(host.Administrator, person.Id, "test");
            var committed = Stopwatch.GetTimestamp();

            (await other.Sessions.IsLiveAsync(session.SessionId)).ShouldBeFalse("the row tells at once, whoever hears the bell");
            var (notice, at) = await heard[i].Task.WaitAsync(TimeSpan.FromSeconds(5));
            notice.ShouldBe(new RevocationNotice(RevocationKind.User, person.Id));
            delays.Add(Stopwatch.GetElapsedTime(committed, at));
        }

        await tail.StopAsync(default);
        delays.Order().ElementAt(delays.Count / 2).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    [Trait("Invariant", "I-22")]
    public async Task Revocation_WhoseUnitFails_LeavesNoTrace_AndRingsNoBell()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));
        var heard = new List<RevocationNotice>();
        using var listening = host.Get<IRevocations>().Subscribe(heard.Add);
        var before = await host.NumberAsync("SELECT COUNT(*) FROM $kernel.audit_entry");

        await Should.ThrowAsync<InvalidOperationException>(() => host.Units.RunAsync<bool>(async unit =>
        {
            await host.Get<IRevocations>().RevokeAsync(new RevocationNotice(RevocationKind.Session, session.SessionId), unit);
            throw new InvalidOperationException("After the revocation.");
        }));

        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeTrue();
        heard.ShouldBeEmpty();
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.audit_entry")).ShouldBe(before);
    }

    [Fact]
    [Trait("Invariant", "I-32")]
    public async Task RevocationOfARecord_IsTold_AndEndsNoSession()
    {
        await using var host = await IdentityHost.StartAsync();
        var session = await host.SignInAsync(await host.AddAsync("a.teacher"));
        var heard = new List<RevocationNotice>();
        using var listening = host.Get<IRevocations>().Subscribe(heard.Add);
        var notice = new RevocationNotice(RevocationKind.Record, new Guid("00000000-0000-4000-8000-00000000c41d"));

        await host.Units.RunAsync(async unit =>
        {
            await host.Get<IRevocations>().RevokeAsync(notice, unit);
            return true;
        });

        heard.ShouldBe([notice]);
        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "USR-8")]
    public async Task Reinstatement_LetsTheUserSignInAgain_ButAClosedAccountStaysClosed()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        await host.SignInAsync(person);
        await host.Users.SuspendAsync(host.Administrator, person.Id, "test");
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeFalse();

        (await host.Users.ReinstateAsync(host.Administrator, person.Id, "unfounded")).Succeeded.ShouldBeTrue();
        var session = await host.SignInAsync(person);
        (await host.Sessions.IsLiveAsync(session.SessionId)).ShouldBeTrue();

        await host.Users.CloseAsync(host.Administrator, person.Id, "left");
        (await host.Users.ReinstateAsync(host.Administrator, person.Id, "came back")).Succeeded.ShouldBeFalse();
        AccountState.Closed.ShouldBe((AccountState)await host.NumberAsync("SELECT state FROM $kernel.account WHERE is_system = 0"));
    }
}
