using ContactPoint.Kernel.Identity;
using ContactPoint.Kernel.Identity.Passwords;
using ContactPoint.Kernel.Identity.Users;
using ContactPoint.Sdk.Results;
using Microsoft.AspNetCore.Identity;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>Whatever is wrong with a sign-in, the answer and the work are the same.</summary>
public sealed class EqualAnswersTests
{
    public static TheoryData<string> Cases => [.. Situations.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Rule", "USR-5")]
    [Trait("Invariant", "I-29")]
    [Trait("Asvs", "6.3.8")]
    public async Task SignIn_WhateverIsWrong_RunsTheSameStatementsAndGivesTheSameAnswer(string situation)
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("known.user");
        var trace = await StatementTrace.OnAsync(host.Units);
        var expected = await RunAsync(host, trace, new Attempt("nobody.here", IdentityHost.Password, "123456"));

        var attempt = await Situations.All[situation](host);
        var found = await RunAsync(host, trace, attempt);

        found.Answer.Error.ShouldBeSameAs(SignInErrors.Refused);
        expected.Answer.Error.ShouldBeSameAs(SignInErrors.Refused);
        found.First.ShouldBe(expected.First);
        found.Second.ShouldBe(expected.Second);
        found.First.Count.ShouldBeGreaterThan(4);
        found.Second.Count.ShouldBeGreaterThan(8);
    }

    [Fact]
    [Trait("Invariant", "I-29")]
    public async Task SignIn_WithAllRight_Succeeds_SoThatTheOtherCasesProveSomething()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("known.user");
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        var answer = await host.TryAsync("Known.User ", IdentityHost.Password, host.Code(person));

        answer.Succeeded.ShouldBeTrue();
        answer.Value.DisplayName.ShouldBe("Person known.user");
        answer.Value.ToString().ShouldNotContain(answer.Value.Token);
    }

    [Fact]
    [Trait("Invariant", "I-29")]
    public async Task BeginAsync_GivesAttemptsOfOneForm_WhoeverIsNamed()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("known.user");

        var known = await host.SignIn.BeginAsync("known.user", IdentityHost.Password, IdentityHost.Address);
        var unknown = await host.SignIn.BeginAsync("nobody", "x", IdentityHost.Address);
        var odd = await host.SignIn.BeginAsync(new string('\ud800', 5_000), new string('\udc00', 5_000), new string('a', 5_000));

        new[] { known, unknown, odd }.ShouldAllBe(text => text.Length == 43);
        (await host.NumberAsync("SELECT COUNT(DISTINCT length(finding)) FROM $kernel.sign_in")).ShouldBe(1);
        (await host.NumberAsync("SELECT COUNT(*) FROM $kernel.sign_in")).ShouldBe(3);
    }

    [Fact]
    [Trait("Invariant", "I-29")]
    public async Task Password_IsHashedExactlyOnce_WhetherOrNotTheUserExists()
    {
        await using var host = await IdentityHost.StartAsync();
        var counter = new CountingHasher();
        var check = new PasswordCheck(counter, Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10 }));
        var stored = check.Hash(IdentityHost.Password);

        check.Verify(null, IdentityHost.Password).ShouldBe(PasswordFinding.Wrong);
        check.Verify(stored, "wrong").ShouldBe(PasswordFinding.Wrong);
        check.Verify(stored, new string('x', 2_000)).ShouldBe(PasswordFinding.Wrong);
        check.Verify(stored, "\ud800").ShouldBe(PasswordFinding.Wrong);
        check.Verify(stored, string.Empty).ShouldBe(PasswordFinding.Wrong);
        check.Verify(stored, IdentityHost.Password).ShouldBe(PasswordFinding.Right);

        counter.Verified.ShouldBe(6);
    }

    [Fact]
    [Trait("Asvs", "16.3.1")]
    public async Task SignIn_Refused_IsAudited_WithTheTrueReasonSealed_AndNeitherPasswordNorCode()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("known.user");

        await host.TryAsync("known.user", "a password never kept", "654321");

        (await host.EntriesAsync(401, 2)).ShouldBe(1);
        var payloads = await AuditPayloads.ReadAsync(host, 401);
        payloads.ShouldHaveSingleItem().ShouldContain("wrong-password");
        payloads[0].ShouldContain("known.user");
        payloads[0].ShouldContain(IdentityHost.Address);
        payloads[0].ShouldNotContain("never kept");
        payloads[0].ShouldNotContain("654321");
    }

    private static async Task<Observed> RunAsync(IdentityHost host, StatementTrace trace, Attempt attempt)
    {
        var id = string.Empty;
        var first = await trace.OfAsync(async () => id = await host.SignIn.BeginAsync(attempt.Name, attempt.Password, IdentityHost.Address));
        if (attempt.BeforeCode is { } act) id = await act(id);
        Result<NewSession> answer = default;
        var second = await trace.OfAsync(async () => answer = await host.SignIn.CompleteAsync(id, attempt.Code, IdentityHost.Address));
        return new Observed(first, second, answer);
    }

    private sealed record Observed(IReadOnlyList<string> First, IReadOnlyList<string> Second, Result<NewSession> Answer);

    private sealed class CountingHasher : IPasswordHasher<KernelUser>
    {
        private readonly PasswordHasher<KernelUser> inner = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10 }));

        public int Verified { get; set; }

        public string HashPassword(KernelUser user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(KernelUser user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
