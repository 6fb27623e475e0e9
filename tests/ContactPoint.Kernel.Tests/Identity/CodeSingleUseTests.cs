using System.Text;
using ContactPoint.Kernel.Identity;
using ContactPoint.Kernel.Identity.Tokens;
using CsCheck;
using OtpNet;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>A code works once, for its own step and the one after (USR-6).</summary>
public sealed class CodeSingleUseTests
{
    [Theory]
    [InlineData(-3)]
    [InlineData(-2)]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Rule", "USR-6")]
    [Trait("Asvs", "6.5.5")]
    public async Task Code_OfAnotherStep_IsRefused(int step)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, step))).Error.ShouldBeSameAs(SignInErrors.Refused);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [Trait("Rule", "USR-6")]
    public async Task Code_OfThisStepOrTheOneBefore_IsAccepted(int step)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, step))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    [Trait("Asvs", "6.5.1")]
    public async Task Code_UsedBefore_IsRefused_AndSoIsEveryEarlierOne()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var earlier = host.Code(person, -1);
        var code = host.Code(person);
        (await host.TryAsync(person.Name, IdentityHost.Password, code)).Succeeded.ShouldBeTrue();

        (await host.TryAsync(person.Name, IdentityHost.Password, code)).Error.ShouldBeSameAs(SignInErrors.Refused);
        (await host.TryAsync(person.Name, IdentityHost.Password, earlier)).Error.ShouldBeSameAs(SignInErrors.Refused);
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    [Trait("Asvs", "6.5.5")]
    public async Task Code_UsedBefore_IsRefused_WhenTheClockIsSetBack_AndAfterARestart()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        host.Clock.Advance(TimeSpan.FromHours(1));
        var time = host.Clock.GetUtcNow();
        var code = host.Code(person);
        (await host.TryAsync(person.Name, IdentityHost.Password, code)).Succeeded.ShouldBeTrue();

        host.Clock.AdjustTime(time.AddMinutes(-30));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.Refused);

        host.Clock.AdjustTime(time);
        await using var restarted = await host.SecondAsync();
        (await restarted.TryAsync(person.Name, IdentityHost.Password, code)).Error.ShouldBeSameAs(SignInErrors.Refused);
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    public async Task RefusedAttempt_DoesNotUseACodeUp()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var code = host.Code(person);

        (await host.TryAsync(person.Name, "not the password at all", code)).Succeeded.ShouldBeFalse();
        (await host.TryAsync(person.Name, IdentityHost.Password, code)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    [Trait("Asvs", "6.5.1")]
    public async Task OneCode_SubmittedAThousandTimesAtOnce_OpensExactlyOneSession_InEachOfTwentyRounds()
    {
        await using var host = await IdentityHost.StartAsync(iterations: 1);
        var person = await host.AddAsync("a.teacher");
        for (var round = 0; round < 20; round++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(90));
            var attempts = new string[50];
            for (var i = 0; i < attempts.Length; i++) attempts[i] = await host.SignIn.BeginAsync(person.Name, IdentityHost.Password, IdentityHost.Address);
            var code = host.Code(person);

            // Twenty submissions of each attempt: but an attempt has five tries, so most are spent; every one of them must lose but one.
            var answers = await Task.WhenAll(Enumerable.Range(0, 1_000)
                .Select(i => Task.Run(() => host.SignIn.CompleteAsync(attempts[i % attempts.Length], code, IdentityHost.Address))));

            answers.Count(answer => answer.Succeeded).ShouldBe(1);
            (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.session WHERE ended_at IS NULL AND second_factor = 1")).ShouldBe(1);
        }
    }

    [Fact]
    [Trait("Invariant", "I-30")]
    public async Task OneCode_SubmittedThroughTwoProcesses_OpensExactlyOneSession()
    {
        await using var host = await IdentityHost.StartAsync(iterations: 1);
        await using var other = await host.SecondAsync(iterations: 1);
        var person = await host.AddAsync("a.teacher");
        for (var round = 0; round < 5; round++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(90));
            var code = host.Code(person);
            var answers = await Task.WhenAll(Enumerable.Range(0, 40)
                .Select(i => Task.Run(() => (i % 2 == 0 ? host : other).TryAsync(person.Name, IdentityHost.Password, code))));

            answers.Count(answer => answer.Succeeded).ShouldBe(1);
        }
    }

    [Fact]
    [Trait("Rule", "USR-6")]
    public async Task Drift_BeyondThreeSteps_IsNotLearnt()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");

        (await ResynchroniseAsync(host, person, 4)).ShouldBeFalse();
        (await host.Users.ResynchroniseTokenAsync(host.Administrator, person.Id, host.Code(person, 1), host.Code(person, 1))).Succeeded.ShouldBeFalse();
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, 4))).Succeeded.ShouldBeFalse();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    [Trait("Rule", "USR-6")]
    public async Task Drift_OnceLearnt_MovesTheWindow_AndUsesTheCodesUp(int drift)
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");

        (await ResynchroniseAsync(host, person, drift)).ShouldBeTrue();
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, drift))).Succeeded.ShouldBeFalse();
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, drift + 1))).Succeeded.ShouldBeFalse();
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person, drift))).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1111111109L, "081804")]
    [InlineData(1234567890L, "005924")]
    [InlineData(20000000000L, "353130")]
    public void Codes_AreThoseOfRfc6238(long seconds, string expected)
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Encoding.ASCII.GetString(TokenCodes.Compute(secret, TokenCodes.StepAt(time))).ShouldBe(expected);
        new Totp(secret).ComputeTotp(time.UtcDateTime).ShouldBe(expected);
        TokenCodes.Match(secret, 0, $" {expected[..3]} {expected[3..]} ", time).ShouldBe(TokenCodes.StepAt(time));
    }

    [Fact]
    public void AnyText_ThatIsNotSixDigits_MatchesNothing_AndNeverThrows()
    {
        var secret = TokenSecrets.New();
        secret.Length.ShouldBe(20);
        var time = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        Gen.String.Where(text => text.Count(char.IsAsciiDigit) != 6).Sample(text => TokenCodes.Match(secret, 0, text, time) is null);
        TokenCodes.Match(secret, 0, null, time).ShouldBeNull();
    }

    private static async Task<bool> ResynchroniseAsync(IdentityHost host, Person person, int drift) =>
        (await host.Users.ResynchroniseTokenAsync(host.Administrator, person.Id, host.Code(person, drift - 1), host.Code(person, drift))).Succeeded;
}
