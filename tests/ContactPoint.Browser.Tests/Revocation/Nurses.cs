using ContactPoint.Browser.Tests.Hosts;
using ContactPoint.Demo.People;
using ContactPoint.Directory.Organisations;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Results;
using OtpNet;

namespace ContactPoint.Browser.Tests.Revocation;

/// <summary>Nurses beside those of the demo: a suspended account is used up, and each code signs in once.</summary>
internal static class Nurses
{
    private const int Months = 11;

    public static async Task<IReadOnlyList<Nurse>> CreateAsync(DiskHost host, int count)
    {
        var by = await host.SystemAsync();
        var team = (await host.Get<IUnitOfWorkFactory>().ReadAsync(unit => host.Get<IOrganisationDirectory>().ListAsync(OrganisationKind.HealthService, unit)))
            .First(body => body.Authority is not null);
        var until = TimeProvider.System.GetUtcNow().AddMonths(Months);
        var nurses = new List<Nurse>();
        for (var number = 1; number <= count; number++) nurses.Add(await CreateAsync(host, by, team, until, number));
        return nurses;
    }

    private static async Task<Nurse> CreateAsync(DiskHost host, CallerContext by, Organisation team, DateTimeOffset until, int number)
    {
        var administration = host.Get<IUserAdministration>();
        var name = $"nurse{number}.test";
        var id = Need(await administration.CreateAsync(by, new NewUser
        {
            UserName = name,
            DisplayName = $"Test Nurse {number}",
            OrganisationId = team.Id,
            OrganisationName = team.Name,
            Agency = team.Agency,
            Authority = team.Authority,
            Evidence = new UserEvidence(DateOnly.FromDateTime(until.UtcDateTime).AddYears(-2), until, 1, 1),
        }, DemoPerson.Password));
        Need(await administration.GrantAsync(by, id, [new RoleScope
        {
            Role = Role.Practitioner,
            Agency = team.Agency,
            Authority = team.Authority,
            Function = "school-nurse",
            Purposes = new HashSet<Purpose> { Purpose.SafeguardingEnquiry, Purpose.ServiceProvision },
            ExpiresAt = until,
        }]));
        return new Nurse(id, name, Need(await administration.EnrolTokenAsync(by, id)).Secret);
    }

    private static T Need<T>(Result<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"{outcome.Error.Code}: {outcome.Error.Message}");
}

/// <summary>A nurse and her token.</summary>
internal sealed record Nurse(Guid Id, string UserName, string Secret)
{
    public string Code() => new Totp(Base32Encoding.ToBytes(Secret)).ComputeTotp();
}
