using ContactPoint.Demo.Country;
using ContactPoint.Demo.Seeding;
using ContactPoint.Directory.Organisations;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;
using Microsoft.Extensions.Options;

namespace ContactPoint.Demo.People;

/// <summary>Accredits every organisation and opens the accounts of the cast, with evidence in date and a fresh pretend token each.</summary>
internal sealed class DemoAccounts(IUserAdministration administration, TokenStore tokens, IOptions<IdentityPolicy> policy, TimeProvider clock)
{
    private const int EvidenceMonths = 12;
    private const int ScopeMonths = 11;

    public async Task<int> OpenAsync(CallerContext by, DemoCountry country, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        // Side by side, so that they share commits.
        var accredited = await Task.WhenAll(country.Organisations.Select(body => administration.AccreditAsync(by, body.Id, body.Name, cancellation)));
        foreach (var outcome in accredited) Need(outcome);

        var secrets = (await tokens.ReadAsync(cancellation)).ToDictionary(StringComparer.Ordinal);
        var made = 0;
        foreach (var member in Cast.All.Where(member => !secrets.ContainsKey(member.UserName)))
        {
            secrets[member.UserName] = await OpenAsync(by, member, country, cancellation);
            made++;
            progress?.Report(new DemoProgress("accounts", made, Cast.All.Count));
        }

        await tokens.WriteAsync(secrets, cancellation);
        return made;
    }

    private async Task<string> OpenAsync(CallerContext by, CastMember member, DemoCountry country, CancellationToken cancellation)
    {
        var organisation = member.Organisation is { } name ? country.Salford.Organisations.Single(body => body.Name == name) : country.National;
        var user = await administration.FindAsync(by, member.UserName, cancellation)
            ?? Need(await administration.CreateAsync(by, User(member, organisation, country), DemoPerson.Password, cancellation));
        var scope = new RoleScope
        {
            Role = member.Role,
            Agency = organisation.Agency,
            Authority = organisation.Authority,
            Function = member.Function,
            Purposes = member.Purposes,
            ExpiresAt = clock.GetUtcNow().AddMonths(ScopeMonths),
        };
        Need(await administration.GrantAsync(by, user, [scope], cancellation));
        return Need(await administration.EnrolTokenAsync(by, user, cancellation)).Secret;
    }

    private NewUser User(CastMember member, Organisation organisation, DemoCountry country) => new()
    {
        UserName = member.UserName,
        DisplayName = member.Name,
        OrganisationId = organisation.Id,
        OrganisationName = organisation.Name,
        Agency = organisation.Agency,
        Authority = organisation.Authority,
        PractitionerId = member.IsPractitioner
            ? country.Salford.Practitioners.Single(person => person.Name == member.Name && person.OrganisationId == organisation.Id).Id
            : null,
        Evidence = new UserEvidence(
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(EvidenceMonths - 36), clock.GetUtcNow().AddMonths(EvidenceMonths), policy.Value.ProceduresVersion, policy.Value.AgreementVersion),
    };

    private static T Need<T>(Result<T> outcome) =>
        outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"The demo could not be set up: {outcome.Error.Code}: {outcome.Error.Message}");
}
