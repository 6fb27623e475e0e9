using ContactPoint.Sdk.Feeds;

namespace ContactPoint.Kernel.Modules;

/// <summary>The formats of the modules that are ready: one whose tables are pending brings none.</summary>
internal sealed class ModuleFormatSource(ModuleCatalogue modules) : IFeedFormatSource
{
    public IReadOnlyList<FeedFormat> Formats => [.. modules.Ready.SelectMany(module => module.Feeds)];
}
