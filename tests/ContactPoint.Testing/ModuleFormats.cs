using ContactPoint.Modules.Education.Rolls;
using Microsoft.Extensions.DependencyInjection;

namespace ContactPoint.Testing;

/// <summary>The formats of modules, for hosts that load none.</summary>
public static class ModuleFormats
{
    public static IServiceCollection AddModuleFormats(this IServiceCollection services) => services.AddSingleton(SchoolRoll.Format);
}
