using ContactPoint.Directory.Children;
using ContactPoint.Directory.Involvement;
using ContactPoint.Directory.Organisations;
using ContactPoint.Directory.Search;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Organisations;
using ContactPoint.Sdk.Results;
using ContactPoint.Sdk.Shielding;
using ContactPoint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Directory.Tests;

/// <summary>A directory on real SQLite behind the real gate, with a school, a practice, a team and whichever children a test writes.</summary>
public sealed class World : IAsyncDisposable
{
    public static readonly Guid School = new("5c000000-0000-4000-8000-000000000001");
    public static readonly Guid Practice = new("5c000000-0000-4000-8000-000000000002");
    public static readonly Guid NurseTeam = new("5c000000-0000-4000-8000-000000000003");
    public static readonly Guid Nurse = new("5c000000-0000-4000-8000-000000000004");

    private World(KernelHost host, Shields shields, CallerContext system)
    {
        Host = host;
        Shields = shields;
        System = system;
    }

    public KernelHost Host { get; }

    public Shields Shields { get; }

    public CallerContext System { get; }

    public DateTimeOffset Now => Host.Clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public static async Task<World> StartAsync(World? shareWith = null, Action<IServiceCollection>? configure = null, Action<IServiceCollection>? last = null)
    {
        var shields = new Shields();
        var host = await KernelHost.StartAsync(services =>
        {
            services.AddSingleton<IShieldRegister>(shields);
            services.AddDirectory().AddModuleFormats();
            configure?.Invoke(services);
        }, shareWith?.Host, last: last);
        var world = new World(host, shields, await host.SystemAsync());
        await world.AddOrganisationsAsync();
        return world;
    }

    public T Get<T>()
        where T : notnull => Host.Get<T>();

    /// <summary>Runs a unit as a registered job.</summary>
    public async Task<T> JobAsync<T>(Func<JobPass, IUnitOfWork, ValueTask<T>> work, JobName? job = null)
    {
        var pass = (await Get<IRecordGate>().BeginJobAsync(System, job ?? JobName.SyntheticLoad)).Value;
        return await Get<IUnitOfWorkFactory>().RunAsync(unit => work(pass, unit));
    }

    public Task<Result<long>> WriteAsync(ChildWrite write) => JobAsync((pass, unit) => Get<IChildWriter>().WriteAsync(pass, write, unit));

    /// <summary>Adds a child and brings the index up to date.</summary>
    public async Task<ChildId> AddAsync(ChildWrite write)
    {
        (await WriteAsync(write)).Succeeded.ShouldBeTrue();
        await Get<IChildIndex>().CatchUpAsync();
        return write.Child;
    }

    public async Task<ChildRecord> ReadAsync(ChildId child) =>
        (await JobAsync((pass, unit) => Get<IChildReader>().ReadAsync(pass, [child], unit)))[0].ShouldNotBeNull();

    public async Task<Person> PersonAsync(Agency agency = Agency.Health, Guid? organisation = null, Guid? practitioner = null, Role role = Role.Practitioner, string? authority = "355")
    {
        var user = await Host.Users.CreateAsync(agency, role, authority: authority, organisation: organisation ?? NurseTeam, practitioner: practitioner);
        return new Person(this, await Host.Users.SignInAsync(user));
    }

    /// <summary>Runs a handler of a page in a scope of its own.</summary>
    public async Task<T> ScopedAsync<THandler, T>(Func<THandler, Task<T>> act)
        where THandler : notnull
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private Task<int> AddOrganisationsAsync() => JobAsync(async (pass, unit) =>
    {
        var directory = Get<IOrganisationDirectory>();
        await directory.SaveAsync(pass, new Organisation { Id = School, Kind = OrganisationKind.School, Name = "St Luke's Primary", Agency = Agency.Education, Authority = new("355"), Phone = "0161 496 0001", RegisterCode = "105900", ServiceCode = ServiceCatalogue.School.Code }, unit);
        await directory.SaveAsync(pass, new Organisation { Id = Practice, Kind = OrganisationKind.GeneralPractice, Name = "Mill Road Surgery", Agency = Agency.Health, Authority = new("355"), Phone = "0161 496 0002", RegisterCode = "P87001", ServiceCode = ServiceCatalogue.GeneralPractice.Code }, unit);
        await directory.SaveAsync(pass, new Organisation { Id = NurseTeam, Kind = OrganisationKind.HealthService, Name = "Salford School Nursing", Agency = Agency.Health, Authority = new("355"), Phone = "0161 496 0003", ServiceCode = ServiceCatalogue.SchoolNurse.Code }, unit);
        await directory.SaveAsync(pass, new Practitioner { Id = Nurse, OrganisationId = NurseTeam, Name = "Amara Osei", JobTitle = "School nurse", Phone = "07700 900461", Availability = "Tuesdays" }, unit);
        return 0;
    });
}

/// <summary>The register of shields as a test sets it.</summary>
public sealed class Shields : IShieldRegister
{
    public Dictionary<ChildId, ShieldLevel> Levels { get; } = [];

    public Dictionary<ChildId, HashSet<Guid>> Barred { get; } = [];

    public ValueTask<IReadOnlyList<ShieldState>> ReadAsync(IReadOnlyList<ChildId> children, IUnitOfWork unit) =>
        ValueTask.FromResult<IReadOnlyList<ShieldState>>([.. children.Select(child => new ShieldState(Levels.GetValueOrDefault(child), Barred.GetValueOrDefault(child, [])))]);
}
