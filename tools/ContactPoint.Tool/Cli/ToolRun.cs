using System.CommandLine;
using ContactPoint.Directory.Feeds.Profiles;
using ContactPoint.Kernel.Modules;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Tool.Cli;

/// <summary>One run of a command.</summary>
internal sealed record ToolRun(ParseResult Parsed, DataPlace Place, ToolOutput Output, CancellationToken Cancellation)
{
    /// <summary>Runs an act on a database that is ready, as the audited account of the command line.</summary>
    public async Task<Result<int>> ActAsync(Func<ToolHost, CallerContext, Task<Result<int>>> act, bool keepsIndex = false, ModuleCatalogue? modules = null, OwnProfile? profile = null)
    {
        if (await ToolHost.CheckAsync(Place, Cancellation) is { } refusal) return refusal;
        await using var host = ToolHost.Open(Place, keepsIndex: keepsIndex, modules: modules, profile: profile);
        return await host.ActAsync(caller => act(host, caller), Cancellation);
    }
}
