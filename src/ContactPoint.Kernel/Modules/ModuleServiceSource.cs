using ContactPoint.Sdk.Modules;

namespace ContactPoint.Kernel.Modules;

/// <summary>The services of the modules that are ready. A module that fell out takes its services with it.</summary>
internal sealed class ModuleServiceSource(ModuleCatalogue modules) : IServiceSource
{
    public IReadOnlyList<ModuleService> Services => [.. modules.Ready.SelectMany(module => module.Services)];
}
