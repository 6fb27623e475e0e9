using System.Security.Cryptography;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace ContactPoint.Tool.Bench.Search.Gate;

/// <summary>A nurse of the bench's own database, signed in as a person signs in.</summary>
internal static class GateCaller
{
    private const string UserName = "bench.searcher";
    private static readonly LocalAuthorityCode Authority = new("355");

    public static async Task<CallerContext> SignInAsync(ToolHost host, CallerContext by, CancellationToken cancellation)
    {
        var administration = host.Get<IUserAdministration>();
        var now = host.Get<TimeProvider>().GetUtcNow();
        var until = now.AddMonths(11);
        var organisation = Guid.CreateVersion7(now);
        var password = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 32);
        Ensure(await administration.AccreditAsync(by, organisation, "Bench hospital", cancellation));
        var user = Ensure(await administration.CreateAsync(by, new NewUser
        {
            UserName = UserName,
            DisplayName = "Bench searcher",
            OrganisationId = organisation,
            OrganisationName = "Bench hospital",
            Agency = GateCriteria.Asking,
            Authority = Authority,
            Evidence = new UserEvidence(DateOnly.FromDateTime(now.UtcDateTime).AddYears(-1), until, 1, 1),
        }, password, cancellation));
        Ensure(await administration.GrantAsync(by, user, [new RoleScope { Role = Role.Practitioner, Agency = GateCriteria.Asking, Authority = Authority, Function = "bench", Purposes = new HashSet<Purpose> { Purpose.UrgentCare }, ExpiresAt = until }], cancellation));
        var token = Ensure(await administration.EnrolTokenAsync(by, user, cancellation));
        var signIn = host.Get<ISignIn>();
        var attempt = await signIn.BeginAsync(UserName, password, "127.0.0.1", cancellation);
        var session = Ensure(await signIn.CompleteAsync(attempt, new Totp(Base32Encoding.ToBytes(token.Secret)).ComputeTotp(now.UtcDateTime), "127.0.0.1", cancellation));
        await using var scope = host.CreateScope();
        scope.ServiceProvider.GetRequiredService<AmbientSession>().Set(session.SessionId);
        return Ensure(await scope.ServiceProvider.GetRequiredService<ICallerSource>().CurrentAsync(cancellation));
    }

    private static T Ensure<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException($"{result.Error.Code}: {result.Error.Message}");
}
