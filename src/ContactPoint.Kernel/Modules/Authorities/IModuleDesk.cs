using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules.Authorities;

/// <summary>A local authority's desk for its modules (MOD-3): switches, settings, what waits for a second person, what was changed.</summary>
public interface IModuleDesk
{
    /// <summary>The desk of the caller's authority. Reading is audited.</summary>
    /// <param name="caller">Must be a super-user of an authority.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<ModuleDeskView>> ReadAsync(CallerContext caller, CancellationToken cancellation = default);

    /// <summary>Changes a switch or a setting of the caller's authority; what widens becomes a proposal.</summary>
    /// <param name="caller">Must be a super-user of an authority; a proposal needs a fresh code.</param>
    /// <param name="name">The module's key for its switch, or the setting's key.</param>
    /// <param name="before">What the caller saw: anything else meanwhile is a refusal.</param>
    /// <param name="after">What is to hold.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<ModuleChangeOutcome>> ChangeAsync(CallerContext caller, string name, string before, string after, CancellationToken cancellation = default);

    /// <summary>Changes a value back to what it was before a change; by the same rules.</summary>
    /// <param name="caller">Must be a super-user of the change's authority.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<ModuleChangeOutcome>> UndoAsync(CallerContext caller, Guid change, CancellationToken cancellation = default);

    /// <summary>Confirms a proposal of somebody else's.</summary>
    /// <param name="caller">Another super-user of the same authority, with a fresh code.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> ConfirmAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default);

    /// <summary>Refuses a proposal, or takes one's own back.</summary>
    /// <param name="caller">A super-user of the same authority.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<Result<bool>> RefuseAsync(CallerContext caller, Guid proposal, CancellationToken cancellation = default);
}

/// <summary>What became of a change.</summary>
public enum ModuleChangeOutcome
{
    /// <summary>It holds.</summary>
    Done = 1,

    /// <summary>It waits for a second person.</summary>
    Proposed = 2,
}
