using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Testing;
using Microsoft.EntityFrameworkCore;

namespace ContactPoint.Kernel.Tests.Access;

/// <summary>A Kernel with the fake directory behind it and one signed-in nurse.</summary>
internal sealed class GateFixture : IAsyncDisposable
{
    public static readonly AccessStatement Urgent = new(Purpose.UrgentCare, Relationship.PresentWithMe);
    public static readonly SearchCriteria Osborne = new() { FamilyName = "Osborne", GivenName = "Jayden", DateOfBirth = new DateOnly(2015, 3, 14) };

    private GateFixture(KernelHost host, FakeDirectory directory, TestUser user, CallerContext caller)
    {
        Host = host;
        Directory = directory;
        User = user;
        Caller = caller;
    }

    public KernelHost Host { get; }

    public FakeDirectory Directory { get; }

    public TestUser User { get; }

    public CallerContext Caller { get; private set; }

    public IRecordGate Gate => Host.Get<IRecordGate>();

    public static async Task<GateFixture> StartAsync(Agency agency = Agency.Health, Role role = Role.Practitioner, Purpose[]? purposes = null)
    {
        var directory = new FakeDirectory();
        var host = await KernelHost.StartAsync(directory.AddTo);
        var user = await host.Users.CreateAsync(agency, role, purposes);
        return new GateFixture(host, directory, user, await host.Users.CallerAsync(user));
    }

    public Task<Sdk.Results.Result<RecordPass>> OpenAsync(FakeChild child, AccessStatement? statement = null) =>
        Gate.OpenAsync(Caller, new OpenRequest(statement ?? Urgent, HandleOf(child.Id)));

    public Task<Sdk.Results.Result<SearchAnswer>> SearchAsync(SearchCriteria? criteria = null, AccessStatement? statement = null) =>
        Gate.SearchAsync(Caller, new SearchRequest(statement ?? Urgent, criteria ?? Osborne));

    public ChildHandle HandleOf(ChildId child) => Host.Get<IChildHandles>().Issue(Caller, child);

    /// <summary>Lets half an hour pass with the session kept alive, so that budgets of the hour do not stand in the way.</summary>
    public async Task SignInAgainAsync()
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Caller = await Host.Users.CallerAsync(User);
    }

    public Task<List<AuditEntryRow>> EntriesAsync(int? code = null) =>
        Host.Get<IUnitOfWorkFactory>().ReadAsync(async unit =>
        {
            var rows = unit.Lease<KernelContext>(DisclosureScope.None).Set<AuditEntryRow>().AsNoTracking();
            return await (code is null ? rows : rows.Where(row => row.EventCode == code)).OrderBy(row => row.No).ToListAsync();
        });

    public string PayloadOf(AuditEntryRow entry) =>
        System.Text.Encoding.UTF8.GetString(Host.Get<ISealer>().Unseal(AuditTrail.Payload, entry.Id, entry.SealedPayload!).AsSpan(32));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
