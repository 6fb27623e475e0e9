using ContactPoint.Kernel.Identity;
using CsCheck;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Failures are counted one by one and delay for a while, never for ever.</summary>
public sealed class FailureCountTests
{
    private const string WrongPassword = "not the password at all";
    private const string PasswordFailures = "SELECT failures FROM $kernel.sign_in_failure WHERE factor = 1";
    private const string CodeFailures = "SELECT failures FROM $kernel.sign_in_failure WHERE factor = 2";

    [Fact]
    [Trait("Invariant", "I-31")]
    [Trait("Asvs", "6.3.1")]
    public async Task ParallelWrongGuesses_CountExactly()
    {
        await using var host = await IdentityHost.StartAsync(iterations: 1);
        var person = await host.AddAsync("a.teacher");

        await Task.WhenAll(Enumerable.Range(0, 137).Select(_ => Task.Run(() => host.TryAsync(person.Name, WrongPassword, "000000"))));
        await Task.WhenAll(Enumerable.Range(0, 41).Select(_ => Task.Run(() => host.TryAsync(person.Name, IdentityHost.Password, host.WrongCode(person)))));

        (await host.NumberAsync(PasswordFailures)).ShouldBe(137);
        (await host.NumberAsync(CodeFailures)).ShouldBe(41);
        (await host.EntriesAsync(401, 2)).ShouldBe(137 + 41);
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task ParallelWrongGuesses_ThroughTwoProcesses_CountExactly()
    {
        await using var host = await IdentityHost.StartAsync(iterations: 1);
        await using var other = await host.SecondAsync(iterations: 1);
        var person = await host.AddAsync("a.teacher");

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 2 == 0 ? host : other).TryAsync(person.Name, WrongPassword, "000000"))));

        (await host.NumberAsync(PasswordFailures)).ShouldBe(60);
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    [Trait("Asvs", "6.3.1")]
    public async Task FiveFailures_DelayEvenTheRightAnswer_AndTheDelayEndsByItself()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        await FailAsync(host, person, 5);

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeFalse();

        host.Clock.Advance(TimeSpan.FromSeconds(16));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
        (await host.NumberAsync(PasswordFailures)).ShouldBe(0);
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task FiveWrongCodes_DelayEvenTheRightOne_WhicheverAttemptsTheyWereOf()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        for (var i = 0; i < 5; i++) await host.TryAsync(person.Name, IdentityHost.Password, host.WrongCode(person));

        (await host.NumberAsync(CodeFailures)).ShouldBe(5);
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeFalse();

        host.Clock.Advance(TimeSpan.FromSeconds(16));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task FourFailures_DoNotDelay()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        await FailAsync(host, person, 4);

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task Delay_NeverExceedsFifteenMinutes_AndIsNotLengthenedByFurtherGuesses()
    {
        await using var host = await IdentityHost.StartAsync(iterations: 1);
        var person = await host.AddAsync("a.teacher");
        var delays = new List<TimeSpan>();
        for (var failure = 1; failure <= 20; failure++)
        {
            await FailAsync(host, person, 1);
            var notBefore = Sdk.Data.UtcMicroseconds.FromStored(await host.NumberAsync("SELECT not_before FROM $kernel.sign_in_failure WHERE factor = 1"));
            delays.Add(failure < 5 ? TimeSpan.Zero : notBefore - host.Clock.GetUtcNow());
            if (failure < 20) host.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        }

        delays.ShouldBeInOrder();
        delays[4].ShouldBe(TimeSpan.FromSeconds(15));
        delays[^1].ShouldBe(TimeSpan.FromMinutes(15));
        host.Clock.Advance(TimeSpan.FromMinutes(14));
        await FailAsync(host, person, 3);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task Delay_LeftOverFromAClockSetBack_DoesNotHold()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        host.Clock.Advance(TimeSpan.FromHours(6));
        await FailAsync(host, person, 6);

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddHours(-5));

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task Delay_HoldsForOneAccount_AndForNoOther()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        var other = await host.AddAsync("b.teacher");
        await FailAsync(host, person, 9);

        (await host.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeFalse();
        (await host.TryAsync(other.Name, IdentityHost.Password, host.Code(other))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public async Task NamesOfNobody_CountLikeNamesOfSomebody_InAnyCase()
    {
        await using var host = await IdentityHost.StartAsync();

        foreach (var name in (string[])["no.such", "NO.SUCH", " No.Such "]) await host.TryAsync(name, WrongPassword, "000000");

        (await host.NumberAsync(PasswordFailures)).ShouldBe(3);
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.sign_in_failure")).ShouldBe(2);
    }

    [Fact]
    [Trait("Invariant", "I-31")]
    public void AnyRunOfOutcomes_CountsTheFailuresSinceTheLastSuccess() =>
        Gen.Bool.Array[1, 12].Sample(
            outcomes =>
            {
                using var run = RunAsync(outcomes);
                return run.GetAwaiter().GetResult();
            },
            iter: 8);

    private static async Task<bool> RunAsync(bool[] outcomes)
    {
        await using var host = await IdentityHost.StartAsync(iterations: 1);
        var person = await host.AddAsync("a.teacher");
        var expected = 0;
        foreach (var right in outcomes)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(16));
            var answer = await host.TryAsync(person.Name, right ? IdentityHost.Password : WrongPassword, host.Code(person));
            answer.Succeeded.ShouldBe(right);
            expected = right ? 0 : expected + 1;
        }

        return await host.NumberAsync(PasswordFailures) == expected;
    }

    private static async Task FailAsync(IdentityHost host, Person person, int times)
    {
        for (var i = 0; i < times; i++) (await host.TryAsync(person.Name, WrongPassword, host.Code(person))).Error.ShouldBeSameAs(SignInErrors.Refused);
    }
}
