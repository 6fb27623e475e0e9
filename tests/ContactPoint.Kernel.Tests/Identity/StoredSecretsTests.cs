using System.Text;
using ContactPoint.Kernel.Identity.Passwords;
using ContactPoint.Kernel.Identity.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OtpNet;

namespace ContactPoint.Kernel.Tests.Identity;

/// <summary>What a copy of the database tells without the keys: no token secret, no password, no typed name of a failed sign-in.</summary>
public sealed class StoredSecretsTests
{
    [Fact]
    [Trait("Invariant", "I-48")]
    [Trait("Asvs", "6.5.2")]
    public async Task DatabaseFile_HoldsNoSecretOfAToken_InAnyForm()
    {
        await using var host = await IdentityHost.StartAsync();
        var person = await host.AddAsync("a.teacher");
        await host.SignInAsync(person);

        var bytes = await DatabaseBytes.ReadAsync(host);

        bytes.Contains("a.teacher"u8).ShouldBeTrue("else the search proves nothing");
        bytes.Contains(person.Secret).ShouldBeFalse();
        bytes.Contains(Encoding.ASCII.GetBytes(Base32Encoding.ToString(person.Secret))).ShouldBeFalse();
        bytes.Contains(Encoding.ASCII.GetBytes(Convert.ToHexString(person.Secret))).ShouldBeFalse();
        bytes.Contains(Encoding.ASCII.GetBytes(Convert.ToBase64String(person.Secret))).ShouldBeFalse();
        bytes.Contains(person.Secret.AsSpan(0, 8)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Invariant", "I-48")]
    public async Task DatabaseFile_HoldsNoPassword_AndNoNameTypedInVain()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.TryAsync("typed-in-vain", "password-typed-in-vain", "765432");

        var bytes = await DatabaseBytes.ReadAsync(host);

        // People type passwords into the field for the name: it is sealed too.
        bytes.Contains("typed-in-vain"u8).ShouldBeFalse();
        bytes.Contains("TYPED-IN-VAIN"u8).ShouldBeFalse();
        bytes.Contains("765432"u8).ShouldBeFalse();
    }

    [Fact]
    [Trait("Asvs", "11.4.2")]
    public async Task PasswordHash_IsPbkdf2WithSha512AndAtLeast210000Iterations()
    {
        await using var host = await IdentityHost.StartAsync(Kernel.Identity.IdentityPolicy.PasswordIterations);
        var hash = Convert.FromBase64String(host.Get<PasswordCheck>().Hash(IdentityHost.Password));

        hash[0].ShouldBe((byte)1);
        hash[4].ShouldBe((byte)2, "2 is HMAC-SHA-512");
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
    }

    [Fact]
    [Trait("Asvs", "11.4.2")]
    public async Task OldHash_IsRenewedAfterARightPassword_AndOnlyThen()
    {
        await using var host = await IdentityHost.StartAsync(iterations: 10);
        var person = await host.AddAsync("a.teacher");
        await using var stronger = await host.SecondAsync(iterations: 20);

        await stronger.TryAsync(person.Name, "not the password at all", "000000");
        await stronger.Get<PasswordUpgrades>().RunWaitingAsync(default);
        (await IterationsAsync(host, person)).ShouldBe(10u);

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        (await stronger.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
        await stronger.Get<PasswordUpgrades>().RunWaitingAsync(default);
        (await IterationsAsync(host, person)).ShouldBe(20u);

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        (await stronger.TryAsync(person.Name, IdentityHost.Password, host.Code(person))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Hasher_IsConfiguredByTheKernel_NotLeftAtTheDefault()
    {
        var services = new ServiceCollection();
        services.AddKernel(_ => { });
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBe(210_000);
        provider.GetRequiredService<IPasswordHasher<KernelUser>>().ShouldBeOfType<PasswordHasher<KernelUser>>();
    }

    private static Task<uint> IterationsAsync(IdentityHost host, Person person) => host.Units.ReadAsync(async unit =>
    {
        var command = unit.Prepare("SELECT password_hash FROM $kernel.account WHERE user_name = @name", "name");
        command.Parameters[0].Value = person.Name;
        var hash = Convert.FromBase64String((string)(await command.ExecuteScalarAsync())!);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5));
    });
}
