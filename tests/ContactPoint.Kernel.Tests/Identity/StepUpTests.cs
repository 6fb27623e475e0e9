using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>A sensitive act needs a code not older than five minutes (USR-10).</summary>
public sealed class StepUpTests
{
    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.5.3")]
    public async Task Freshness_EndsAfterFiveMinutes_AndAFreshCodeBringsItBack()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var caller = (await host.CallerAsync((await host.SignInAsync(person)).SessionId))!;
        var stepUp = host.Get<IStepUp>();
        stepUp.IsFresh(caller).ShouldBeTrue();

        host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        stepUp.IsFresh(caller).ShouldBeFalse();
        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.WrongCode(person))).Error.ShouldBeSameAs(SignInErrors.CodeRefused);
        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.Code(person))).Succeeded.ShouldBeTrue();

        stepUp.IsFresh((await host.CallerAsync(caller.SessionId))!).ShouldBeTrue();
        (await host.EntriesAsync(403, 1)).ShouldBe(1);
        (await host.EntriesAsync(403, 2)).ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    public async Task Freshness_IsNotProlongedByAClockSetBack()
    {
        await using var host = await IdentityHost.StartAsync();
        var caller = (await host.CallerAsync((await host.SignInAsync(await host.AddAsync("a.teacher"))).SessionId))!;

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(-1));

        host.Get<IStepUp>().IsFresh(caller).ShouldBeFalse();
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    public async Task Code_UsedToSignIn_DoesNotStepUp_AndTheOtherWayRound()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var caller = (await host.CallerAsync((await host.SignInAsync(person)).SessionId))!;

        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.CodeRefused);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.Code(person))).Succeeded.ShouldBeTrue();
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.Refused);
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    public async Task OneCode_SubmittedManyTimesAtOnce_StepsUpOnce()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var caller = (await host.CallerAsync((await host.SignInAsync(person)).SessionId))!;
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        var code = host.Code(person);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => host.Get<IStepUpCodes>().VerifyAsync(caller, code))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task WrongCodes_CountAndDelay_AsAtSignIn()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var caller = (await host.CallerAsync((await host.SignInAsync(person)).SessionId))!;
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 5; i++) await host.Get<IStepUpCodes>().VerifyAsync(caller, host.WrongCode(person));

        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.CodeRefused);
        (await host.NumberAsync("SELECT failures FROM $kernel.sign_in_failure WHERE factor = 2")).ShouldBe(5);
        (await host.NumberAsync("SELECT failures FROM $kernel.sign_in_failure WHERE factor = 1")).ShouldBe(0);
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-27")]
    public async Task StepUp_OfAnEndedSession_IsRefused_AndWrittenDown_AndUsesNoCodeUp()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var session = await host.SignInAsync(person);
        var caller = (await host.CallerAsync(session.SessionId))!;
        await host.Sessions.SignOutAsync(session.Token);
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.Code(person))).Error.ShouldBe(GateErrors.SessionEnded);
        (await AuditPayloads.ReadAsync(host, AuditEvents.SteppedUp.Code)).ShouldHaveSingleItem().ShouldContain("100 session-ended");
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "AUD-1")]
    [Trait("Invariant", "I-26")]
    public async Task StepUp_OfAnAccountThatHasNoToken_BecauseItIsNoPersons_IsRefused_AndWrittenDown()
    {
        await using var host = await IdentityHost.StartAsync();

        (await host.Get<IStepUpCodes>().VerifyAsync(host.Administrator, "000000")).Error.ShouldBeSameAs(SignInErrors.CodeRefused);

        (await AuditPayloads.ReadAsync(host, AuditEvents.SteppedUp.Code)).ShouldHaveSingleItem().ShouldContain("512 account-gone");
    }

    [Fact]
    [Trait("Rule", "USR-10")]
    [Trait("Asvs", "7.2.4")]
    [Trait("Invariant", "I-32")]
    public async Task RightCode_EndsWhateverCameByTheOldToken_InEveryProcess_AndKeepsTheSessionUnderTheNewOne()
    {
        await using var host = await IdentityHost.StartAsync();
        await using var other = await host.SecondAsync();
        var person = await host.AddAsync("a.teacher");
        var signedIn = await host.SignInAsync(person);
        var old = (await host.Sessions.ValidateAsync(signedIn.Token))!;
        var thief = (await other.CallerAsync(old.Id, old.TokenId))!;
        var heard = new List<RevocationNotice>();
        using var listening = host.Get<IRevocations>().Subscribe(heard.Add);
        host.Clock.Advance(TimeSpan.FromSeconds(60));

        var renewed = (await host.Get<IStepUpCodes>().VerifyAsync((await host.CallerAsync(old.Id, old.TokenId))!, host.Code(person))).Value;

        renewed.SessionId.ShouldBe(old.Id);
        heard.ShouldBe([new RevocationNotice(RevocationKind.Token, old.TokenId)]);
        foreach (var process in new[] { host, other })
        {
            (await process.Sessions.ValidateAsync(signedIn.Token)).ShouldBeNull();
            (await process.Sessions.IsLiveAsync(old.Id, old.TokenId)).ShouldBeFalse();
            (await process.CallerAsync(old.Id, old.TokenId)).ShouldBeNull();
            (await process.Units.ReadAsync(unit => process.Get<ISessionCheck>().IsLiveAsync(thief, unit))).ShouldBeFalse();
            var now = (await process.Sessions.ValidateAsync(renewed.Token)).ShouldNotBeNull();
            (await process.CallerAsync(now.Id, now.TokenId)).ShouldNotBeNull();
        }

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        (await other.Get<IStepUpCodes>().VerifyAsync(thief, host.Code(person))).Error.ShouldBe(GateErrors.SessionEnded);
    }

    [Fact]
    [Trait("Asvs", "7.2.4")]
    [Trait("Invariant", "I-32")]
    public async Task WrongCode_RenewsNothing()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var session = await host.SignInAsync(person);
        var caller = (await host.CallerAsync(session.SessionId))!;

        (await host.Get<IStepUpCodes>().VerifyAsync(caller, host.WrongCode(person))).Error.ShouldBeSameAs(SignInErrors.CodeRefused);

        (await host.Sessions.ValidateAsync(session.Token)).ShouldNotBeNull();
    }

    // A circuit of the old token that looks without a pause: it is never live with the fresh code.
    [Fact]
    [Trait("Asvs", "7.2.4")]
    [Trait("Invariant", "I-32")]
    public async Task OldToken_WhileTheCodeIsTaken_HasTheFreshCodeAtNoMoment()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var old = (await host.Sessions.ValidateAsync((await host.SignInAsync(person)).Token))!;
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watching = Task.Run(async () =>
        {
            var fresh = 0;
            while (await host.CallerAsync(old.Id, old.TokenId) is { } caller)
            {
                if (host.Get<IStepUp>().IsFresh(caller)) fresh++;
                looked.TrySetResult();
            }

            return fresh;
        });
        await looked.Task;

        (await host.Get<IStepUpCodes>().VerifyAsync((await host.CallerAsync(old.Id, old.TokenId))!, host.Code(person))).Succeeded.ShouldBeTrue();

        (await watching).ShouldBe(0);
    }
}
