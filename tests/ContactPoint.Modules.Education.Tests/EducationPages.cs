using System.Globalization;
using Bunit;
using ContactPoint.Directory.Tests;
using ContactPoint.Kernel.Identity;
using ContactPoint.Modules.Education.Children;
using ContactPoint.Modules.Education.Contacts;
using ContactPoint.Modules.Education.Data;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Audit;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Modules;
using ContactPoint.Ui;
using ContactPoint.Ui.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace ContactPoint.Modules.Education.Tests;

/// <summary>The module's pages as one person sees them, with the real gate and a real database behind their handlers.</summary>
internal sealed class EducationPages : BunitContext
{
    public EducationPages(World world, Guid session)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        JSInterop.Mode = JSRuntimeMode.Loose;

        // A machine that is busy with other tests renders late, not wrongly.
        DefaultWaitTimeout = TimeSpan.FromSeconds(60);
        Services.AddSingleton<IJSRuntime>(new TitleScript(JSInterop.JSRuntime));
        Services.AddContactPointUi();
        Services.AddSingleton(world.Get<IRecordGate>());
        Services.AddSingleton<ICallerSource>(new Caller(world, session));
        Services.AddSingleton(world.Get<IUnitOfWorkFactory>());
        Services.AddSingleton(world.Get<ISessionCheck>());
        Services.AddSingleton(world.Get<ISealer>());
        Services.AddSingleton(world.Get<IAuditTrail>());
        Services.AddSingleton(world.Get<IIdSource>());
        Services.AddSingleton(world.Get<TimeProvider>());
        Services.AddSingleton<IModuleSwitch>(Host);
        Services.AddSingleton<IModuleSettings>(Host);
        Services.AddSingleton<IModulePermissions>(Host);
        Services.AddScoped<ListChildrenHandler>();
        Services.AddScoped<KeepContactsHandler>();
    }

    /// <summary>What the host says of the module.</summary>
    public FakeModuleHost Host { get; } = new();

    public KeepContactsHandler Keeping => Services.GetRequiredService<KeepContactsHandler>();

    /// <summary>A world with the module's tables and its part of the record.</summary>
    public static Task<World> WorldAsync() => World.StartAsync(configure: services =>
    {
        services.AddOwnedContext<EducationContext, SqliteEducationContext, SqlServerEducationContext>("education");
        services.AddSingleton<IPartSource, ContactsSource>();
    });

    /// <summary>Signs somebody in and opens their browser.</summary>
    public static async Task<EducationPages> OfAsync(World world, Agency agency, Guid organisation, Role role = Role.Practitioner, string authority = "355")
    {
        var user = await world.Host.Users.CreateAsync(agency, role, authority: authority, organisation: organisation);
        return new EducationPages(world, (await world.Host.Users.SignInAsync(user)).SessionId);
    }

    private sealed class Caller(World world, Guid session) : ICallerSource
    {
        public async Task<Sdk.Results.Result<CallerContext>> CurrentAsync(CancellationToken cancellation = default)
        {
            await using var scope = world.Host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AmbientSession>().Set(session);
            return await scope.ServiceProvider.GetRequiredService<ICallerSource>().CurrentAsync(cancellation);
        }
    }
}
