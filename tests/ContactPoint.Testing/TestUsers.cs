using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace ContactPoint.Testing;

/// <summary>A user with everything needed to sign in.</summary>
/// <param name="Id">The account.</param>
/// <param name="UserName">User name.</param>
/// <param name="Password">Password.</param>
/// <param name="Secret">Token secret, base 32.</param>
/// <param name="OrganisationId">Organisation.</param>
public sealed record TestUser(Guid Id, string UserName, string Password, string Secret, Guid OrganisationId);

/// <summary>Makes users and signs them in the way a person does: password, then a code of the token.</summary>
/// <param name="services">A host's services.</param>
public sealed class TestUsers(IServiceProvider services)
{
    public const string Password = "nine brass kettles sing";

    public static readonly Guid Hospital = new("6f1d54d4-2f0c-4e0c-9d2d-0d1d3c9b7a01");
    public static readonly Purpose[] AllPurposes = [.. Enum.GetValues<Purpose>().Where(purpose => purpose != Purpose.None)];

    private int made;

    private DateTimeOffset Now => services.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task<TestUser> CreateAsync(
        Agency agency = Agency.Health, Role role = Role.Practitioner, Purpose[]? purposes = null, string? authority = "355", Guid? organisation = null, Guid? practitioner = null)
    {
        var by = await services.GetRequiredService<ISystemCallers>().OpenAsync("test", "tester");
        var administration = services.GetRequiredService<IUserAdministration>();
        var organisationId = organisation ?? Hospital;
        Ensure(await administration.AccreditAsync(by, organisationId, "Test organisation"));
        var name = $"user{Interlocked.Increment(ref made)}.{agency}".ToLowerInvariant();
        LocalAuthorityCode? authorityCode = authority is null ? null : new LocalAuthorityCode(authority);
        var until = Now.AddMonths(11);
        var id = Ensure(await administration.CreateAsync(by, new NewUser
        {
            UserName = name,
            DisplayName = $"Tess {made}",
            OrganisationId = organisationId,
            OrganisationName = "Test organisation",
            Agency = agency,
            Authority = authorityCode,
            PractitionerId = practitioner,
            Evidence = new UserEvidence(DateOnly.FromDateTime(until.UtcDateTime).AddYears(-2), until, 1, 1),
        }, Password));
        Ensure(await administration.GrantAsync(by, id, [new RoleScope
        {
            Role = role,
            Agency = agency,
            Authority = authorityCode,
            Function = "test",
            Purposes = (purposes ?? AllPurposes).ToHashSet(),
            ExpiresAt = until,
        }]));
        var token = Ensure(await administration.EnrolTokenAsync(by, id));
        return new TestUser(id, name, Password, token.Secret, organisationId);
    }

    /// <summary>The code that the user's token shows now.</summary>
    public string CodeOf(TestUser user, TimeSpan later = default) =>
        new Totp(Base32Encoding.ToBytes(user.Secret)).ComputeTotp((Now + later).UtcDateTime);

    public async Task<NewSession> SignInAsync(TestUser user)
    {
        var signIn = services.GetRequiredService<ISignIn>();
        var attempt = await signIn.BeginAsync(user.UserName, user.Password, "127.0.0.1");
        return Ensure(await signIn.CompleteAsync(attempt, CodeOf(user), "127.0.0.1"));
    }

    /// <summary>Signs in and answers the caller that the gate is asked with.</summary>
    public async Task<CallerContext> CallerAsync(TestUser user)
    {
        var session = await SignInAsync(user);
        return await CallerAsync(session.SessionId);
    }

    /// <summary>The caller of a session, made from the rows now.</summary>
    public async Task<CallerContext> CallerAsync(Guid session)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AmbientSession>().Set(session);
        return Ensure(await scope.ServiceProvider.GetRequiredService<ICallerSource>().CurrentAsync());
    }

    private static T Ensure<T>(Sdk.Results.Result<T> result) =>
        result.Succeeded ? result.Value : throw new InvalidOperationException($"{result.Error.Code}: {result.Error.Message}");
}
