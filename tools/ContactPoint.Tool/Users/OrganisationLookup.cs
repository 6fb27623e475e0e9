using ContactPoint.Directory.Organisations;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Results;
using ContactPoint.Tool.Cli;

namespace ContactPoint.Tool.Users;

/// <summary>Finds the organisation that a user belongs to; accredits it, and adds it, when told to (USR-2).</summary>
internal sealed class OrganisationLookup(ToolHost host, CallerContext caller, CancellationToken cancellation)
{
    public async Task<Result<Organisation>> FindAsync(string text, Agency agency, LocalAuthorityCode? authority, bool accredit)
    {
        var known = await host.Get<IUnitOfWorkFactory>().ReadAsync(unit => MatchesAsync(text, unit), cancellation);
        if (known.Count > 1) return Ambiguous;
        if (known.Count == 0 && !accredit) return NotFound;
        if (known.Count == 1 && (known[0].Agency != agency || known[0].Authority != authority)) return Elsewhere;
        var organisation = known.Count == 1 ? known[0] : New(text, agency, authority);
        if (known.Count == 0 && await AddAsync(organisation) is { } refusal) return refusal;
        if (!accredit) return organisation;
        var accredited = await host.Get<IUserAdministration>().AccreditAsync(caller, organisation.Id, organisation.Name, cancellation);
        return accredited.Succeeded ? organisation : accredited.Error;
    }

    /// <summary>The one organisation that the directory knows by this code, name or id.</summary>
    public async Task<Result<Organisation>> KnownAsync(string text)
    {
        var known = await host.Get<IUnitOfWorkFactory>().ReadAsync(unit => MatchesAsync(text, unit), cancellation);
        if (known.Count == 0) return Unknown;
        return known.Count == 1 ? known[0] : Ambiguous;
    }

    private async ValueTask<IReadOnlyList<Organisation>> MatchesAsync(string text, IUnitOfWork unit)
    {
        var organisations = host.Get<IOrganisationDirectory>();
        if (Guid.TryParse(text, out var id)) return await organisations.FindAsync(id, unit) is { } found ? [found] : [];
        var matches = new List<Organisation>();
        foreach (var kind in Enum.GetValues<OrganisationKind>())
        {
            matches.AddRange((await organisations.ListAsync(kind, unit))
                .Where(body => body.RegisterCode == text || body.Name.Equals(text, StringComparison.OrdinalIgnoreCase)));
        }

        return matches;
    }

    private async Task<Error?> AddAsync(Organisation organisation)
    {
        var begun = await host.Get<IRecordGate>().BeginJobAsync(caller, JobName.Organisations, cancellation);
        if (!begun.Succeeded) return begun.Error;
        await host.Get<IUnitOfWorkFactory>().RunAsync(
            async unit =>
            {
                await host.Get<IOrganisationDirectory>().SaveAsync(begun.Value, organisation, unit);
                return true;
            },
            cancellation);
        return null;
    }

    private Organisation New(string name, Agency agency, LocalAuthorityCode? authority) => new()
    {
        Id = host.Get<IIdSource>().NewId(),
        Name = name,
        Agency = agency,
        Authority = authority,
        Kind = agency switch
        {
            Agency.Education => OrganisationKind.School,
            Agency.Health => OrganisationKind.HealthService,
            Agency.SocialCare => OrganisationKind.AuthorityService,
            Agency.YouthOffending => OrganisationKind.YouthOffendingTeam,
            Agency.Voluntary => OrganisationKind.VoluntaryOrganisation,
            _ => authority is null ? OrganisationKind.Other : OrganisationKind.AuthorityService,
        },
    };

    private static readonly Error NotFound = new("organisation.not-found",
        "There is no such organisation. Check --organisation, or add and accredit it with --accredit.");

    private static readonly Error Ambiguous = new("organisation.ambiguous", "More than one organisation has this name. Give its register code or id.");

    private static readonly Error Unknown = new("organisation.not-found", "There is no such organisation. Check its register code, name or id.");

    private static readonly Error Elsewhere = new("organisation.mismatch", "The organisation is of another agency or local authority. Check --agency and --authority.");
}
