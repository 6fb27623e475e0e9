using ContactPoint.Directory;
using ContactPoint.Directory.Children;
using ContactPoint.Directory.Organisations;
using ContactPoint.Directory.Search;
using ContactPoint.Kernel;
using ContactPoint.Kernel.Audit;
using ContactPoint.Kernel.Identity;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Shielding;
using ContactPoint.Shell.Tests.Hosting;
using ContactPoint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContactPoint.Shell.Tests.TwoWorlds;

/// <summary>
/// One of two hosts that share keys, ids, clock readings and every value, but for one child. The test-only register of shields stands
/// where the product's is empty until there is a shield desk (ADR 0004).
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private readonly Dictionary<Caller, (Browser Browser, Guid Session, TestUser User)> people = [];

    private World(ShellApp app, KernelHost kernel, WorldIds ids, Country country)
    {
        (App, Kernel, Ids, Country) = (app, kernel, ids, country);
    }

    public ShellApp App { get; }

    public KernelHost Kernel { get; }

    public WorldIds Ids { get; }

    public Country Country { get; }

    public OrderedUnits Units => (OrderedUnits)App.Get<IUnitOfWorkFactory>();

    /// <summary>Starts a world.</summary>
    /// <param name="country">The children of both.</param>
    /// <param name="secret">The child that differs; null where it does not exist.</param>
    /// <param name="level">Its shield.</param>
    /// <param name="like">The world whose keys are taken.</param>
    /// <param name="leak">Changes services on purpose, to see it found.</param>
    public static async Task<World> StartAsync(Country country, ChildWrite? secret, ShieldLevel level, World? like = null, Action<IServiceCollection>? leak = null)
    {
        var ids = new WorldIds();
        var shields = new OneShield(country.Secret, level);
        var kernel = await KernelHost.StartAsync(services =>
        {
            services.AddSingleton<IIdSource>(new RepeatableIds("kernel"));
            services.AddSingleton<IShieldRegister>(shields);
            services.AddDirectory().AddModuleFormats();
            if (like is not null)
                services.PostConfigure<KernelOptions>(options => CopyKeys(like.Kernel.DataDirectory, options.Database.DataDirectory));
        });
        _ = kernel.Get<IAuditVerification>().PublicKey;
        await WriteAsync(kernel, country, secret);
        var app = await ShellApp.StartAsync(configure: builder => Configure(builder, ids, shields, leak), kernel: kernel);
        var world = new World(app, kernel, ids, country);
        await app.Get<IChildIndex>().CatchUpAsync();
        foreach (var caller in Enum.GetValues<Caller>())
            await world.AddAsync(caller);
        return world;
    }

    /// <summary>Makes ready for a trace: a minute later, sessions kept alive, the log sealed.</summary>
    public async Task BeginAsync(int trace)
    {
        Kernel.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var (_, session, _) in people.Values)
            await Kernel.Get<ISessions>().TouchAsync(session);
        await App.Get<ILedgerSealer>().SealAsync();
        while (!Units.IsIdle)
            await Task.Delay(1);
        Ids.Begin($"trace-{trace}");
    }

    public Browser BrowserOf(Caller caller) => people[caller].Browser;

    /// <summary>A handle as somebody may hold it who saw the child before it was hidden.</summary>
    public async Task<string> HandleAsync(Caller caller, ChildId child) =>
        Kernel.Get<IChildHandles>().Issue(await Kernel.Users.CallerAsync(people[caller].Session), child).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var (browser, _, _) in people.Values)
            browser.Dispose();
        await App.DisposeAsync();
        await Kernel.DisposeAsync();
    }

    private async Task AddAsync(Caller caller)
    {
        Ids.Begin(caller.ToString());
        var user = await (caller switch
        {
            Caller.Nurse => Kernel.Users.CreateAsync(Agency.Health, organisation: Country.NurseTeam, practitioner: Country.Nurse),
            Caller.Teacher => Kernel.Users.CreateAsync(Agency.Education, organisation: Country.School),
            Caller.Stranger => Kernel.Users.CreateAsync(Agency.Education, authority: "352", organisation: Country.OtherSchool),
            Caller.Steward => Kernel.Users.CreateAsync(Agency.Administration, Role.DataSteward),
            Caller.Reviewer => Kernel.Users.CreateAsync(Agency.Administration, Role.SecurityReviewer, purposes: []),
            _ => Kernel.Users.CreateAsync(Agency.Administration, Role.SecurityReviewer, purposes: [], authority: "352"),
        });
        var (browser, _) = await App.SignedInAsync(user, ShellApp.PublicName);
        var session = await App.Get<ISessions>().ValidateAsync(browser.Token!);
        people[caller] = (browser, session!.Id, user);
    }

    private static void Configure(WebApplicationBuilder builder, WorldIds ids, OneShield shields, Action<IServiceCollection>? leak)
    {
        var services = builder.Services;
        services.AddSingleton<IIdSource>(ids);
        services.AddSingleton<IShieldRegister>(shields);
        services.PostConfigure<KernelOptions>(options =>
            options.Budgets.SearchesADay = options.Budgets.SearchesAnHour = options.Budgets.ChildrenADay = options.Budgets.ChildrenADayAtMost = 1_000_000);

        // What runs by itself runs at moments of its own: the worlds index and seal when they are told to.
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name is "IndexFollower" or "FeedQueue" or "LedgerSealerService").ToArray())
            services.Remove(service);
        leak?.Invoke(services);
        var units = services.Last(service => service.ServiceType == typeof(IUnitOfWorkFactory));
        services.AddSingleton<IUnitOfWorkFactory>(provider => new OrderedUnits((IUnitOfWorkFactory)units.ImplementationFactory!(provider)));
    }

    private static async Task WriteAsync(KernelHost kernel, Country country, ChildWrite? secret)
    {
        var pass = (await kernel.Get<IRecordGate>().BeginJobAsync(await kernel.SystemAsync(), JobName.SyntheticLoad)).Value;
        await kernel.Get<IUnitOfWorkFactory>().RunAsync(async unit =>
        {
            var bodies = kernel.Get<IOrganisationDirectory>();
            foreach (var body in Country.Bodies)
                await bodies.SaveAsync(pass, body, unit);
            await bodies.SaveAsync(pass, new Practitioner { Id = Country.Nurse, OrganisationId = Country.NurseTeam, Name = "Amara Osei", JobTitle = "School nurse", Phone = "07700 900461", Availability = "Tuesdays" }, unit);
            foreach (var child in country.Ordinary.Append(secret).OfType<ChildWrite>())
                (await kernel.Get<IChildWriter>().WriteAsync(pass, child, unit)).Succeeded.ShouldBeTrue();
            return true;
        });
    }

    private static void CopyKeys(string from, string to)
    {
        var keys = System.IO.Directory.CreateDirectory(Path.Combine(to, "keys")).FullName;
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(from, "keys")))
            File.Copy(file, Path.Combine(keys, Path.GetFileName(file)), overwrite: true);
    }
}
