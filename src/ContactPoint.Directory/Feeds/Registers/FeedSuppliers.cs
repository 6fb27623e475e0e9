using System.Security.Cryptography;
using System.Text;
using ContactPoint.Directory.Feeds.ApplyFeed;
using ContactPoint.Directory.Organisations;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Feeds;
using ContactPoint.Sdk.Organisations;

namespace ContactPoint.Directory.Feeds.Registers;

/// <summary>Whose files may come in (ADR 0020).</summary>
internal sealed class FeedSuppliers(FeedFormats formats, IOrganisationDirectory organisations, IUnitOfWorkFactory units, TimeProvider clock)
{
    /// <summary>The number of a whole register, where a body has its own.</summary>
    public const string Whole = "England";

    // A register for each authority and one for all, with ids that follow from what they are: nothing need be stored to know them again.
    private readonly Lazy<Dictionary<Guid, FeedSupplier>> registers = new(() => formats.All.Where(format => format.Subject == FeedSubject.Organisations)
        .SelectMany(format => LocalAuthorities.All.Select(authority => Of(format, authority.Key, authority.Value)).Append(Of(format, null, Whole)))
        .ToDictionary(register => register.Body.Id));

    public async ValueTask<FeedSupplier?> FindAsync(Guid id, IUnitOfWork unit) =>
        registers.Value.TryGetValue(id, out var register) ? register : await organisations.FindAsync(id, unit) is { } body ? new FeedSupplier(body) : null;

    /// <summary>Whose file of a format bears this number.</summary>
    public async ValueTask<FeedSupplier?> FindAsync(FeedFormat format, string number, IUnitOfWork unit)
    {
        if (format.Subject == FeedSubject.Organisations)
            return registers.Value.Values.FirstOrDefault(register => register.Register == format && register.Body.RegisterCode == number);
        return await organisations.FindByRegisterCodeAsync(format.Supplier, number, unit) is { } body ? new FeedSupplier(body) : null;
    }

    /// <summary>Everybody whom the caller may feed for, closed bodies too, by name.</summary>
    public async Task<List<FeedSupplier>> ReachedByAsync(CallerContext caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var found = registers.Value.Values.ToList();
        foreach (var kind in formats.All.Where(format => format.Subject == FeedSubject.Children).Select(format => format.Supplier).Distinct())
            found.AddRange((await ListAsync(caller, kind, now, cancellation)).Select(body => new FeedSupplier(body)));
        return [.. found.Where(supplier => FeedReach.Reaches(caller, supplier, now)).OrderBy(supplier => supplier.Body.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Those of them whom a new file may be of. Who may bring a whole register is offered that alone.</summary>
    public async Task<List<FeedSupplier>> OfferedToAsync(CallerContext caller, CancellationToken cancellation)
    {
        var reached = await ReachedByAsync(caller, cancellation);
        var whole = reached.Where(supplier => supplier is { Register: not null, Body.Authority: null }).Select(supplier => supplier.Register!.Key).ToHashSet(StringComparer.Ordinal);
        return reached.FindAll(supplier =>
            !supplier.HasClosed && (supplier.Body.Authority is null || supplier.Register is not { } register || !whole.Contains(register.Key)));
    }

    // Of 27,000 schools a steward's are some hundred.
    private async Task<IReadOnlyList<Organisation>> ListAsync(CallerContext caller, OrganisationKind kind, DateTimeOffset now, CancellationToken cancellation)
    {
        var stewarded = caller.StewardedAt(now);
        if (stewarded.Contains(null) || caller.Scopes.Any(scope => scope.Role == Role.SystemAccount && scope.ExpiresAt > now))
            return await units.ReadAsync(unit => organisations.ListAsync(kind, unit), cancellation);
        var found = new List<Organisation>();
        foreach (var authority in stewarded.OfType<LocalAuthorityCode>())
            found.AddRange(await units.ReadAsync(unit => organisations.ListAsync(kind, authority, unit), cancellation));
        return found;
    }

    private static FeedSupplier Of(FeedFormat format, LocalAuthorityCode? authority, string name) => new(
        new Organisation
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"register:{format.Key}:{authority?.Value}")).AsSpan(0, 16)),
            Kind = format.Supplier,
            Name = $"{format.Name}: {name}",
            Agency = RegisterBatches.AgencyOf(format.Supplier),
            Authority = authority,
            RegisterCode = authority?.Value ?? Whole,
        },
        format);
}
