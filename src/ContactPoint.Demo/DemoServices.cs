using ContactPoint.Demo.People;
using ContactPoint.Demo.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Demo;

/// <summary>Registers the demo. It needs the Kernel and the Directory.</summary>
public static class DemoServices
{
    /// <summary>Adds the demo's seeder and its people.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Changes what is made.</param>
    public static IServiceCollection AddDemo(this IServiceCollection services, Action<DemoOptions>? configure = null)
    {
        services.AddOptions<DemoOptions>();
        if (configure is not null) services.Configure(configure);
        services.AddSingleton<DemoGuard>();
        services.AddSingleton<DemoFolder>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<DemoAccounts>();
        services.AddSingleton<SyntheticLoad>();
        services.AddSingleton<IDemoSeeder, DemoSeeder>();
        services.AddSingleton<IDemoPeople, DemoPeople>();
        return services;
    }
}
