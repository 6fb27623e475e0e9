using ContactPoint.Kernel.Modules.Jobs;
using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>The modules as an operator reads them (MOD-2). Reading is audited.</summary>
public interface IModuleOverview
{
    /// <summary>Every module of this host with its state and the reason.</summary>
    /// <param name="caller">Must hold the role of national operations or of a super-user.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<ModuleList>> ListAsync(CallerContext caller, CancellationToken cancellation = default);
}

/// <summary>The modules of this host.</summary>
/// <param name="Modules">In the order of their folders.</param>
public sealed record ModuleList(IReadOnlyList<ModuleStatus> Modules)
{
    /// <summary>Their jobs with their last runs.</summary>
    public IReadOnlyList<ModuleJobStatus> Jobs { get; init; } = [];
}
