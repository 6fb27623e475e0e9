using ContactPoint.Sdk.Access;
using ContactPoint.Sdk.Children;
using ContactPoint.Sdk.Data;
using ContactPoint.Sdk.Results;

namespace ContactPoint.Sdk.Modules;

/// <summary>Whether a module is on for a local authority.</summary>
public enum ModuleSwitchState
{
    /// <summary>Its links, pages and parts of the record are gone.</summary>
    Off = 0,

    /// <summary>It shows and takes nothing.</summary>
    ReadOnly = 1,

    /// <summary>It works.</summary>
    On = 2,
}

/// <summary>The switches that local authorities hold (MOD-3).</summary>
/// <remarks>The host keeps people from the pages of a module that is off. A handler asks by itself: <see cref="MayReadAsync"/> where it shows, <see cref="MayWriteAsync"/> in the unit that writes.</remarks>
public interface IModuleSwitch
{
    /// <summary>The state now; a second old at most. For who belongs to no authority a module is on.</summary>
    /// <param name="module">The module's key; one that is not ready is off.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, CancellationToken cancellation = default);

    /// <summary>The state as this transaction sees it.</summary>
    /// <param name="module">The module's key.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="unit">The transaction that depends on it.</param>
    ValueTask<ModuleSwitchState> StateAsync(string module, LocalAuthorityCode? authority, IUnitOfWork unit);

    /// <summary>Why the caller's authority may not read with the module; null when it may.</summary>
    /// <param name="module">The module's key.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Cancels the read.</param>
    async ValueTask<Error?> MayReadAsync(string module, CallerContext caller, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return await StateAsync(module, caller.Authority, cancellation) == ModuleSwitchState.Off ? SwitchErrors.Off : null;
    }

    /// <summary>Why the caller's authority may not write with the module; null when it may.</summary>
    /// <param name="module">The module's key.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="unit">The transaction that writes.</param>
    async ValueTask<Error?> MayWriteAsync(string module, CallerContext caller, IUnitOfWork unit)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return await StateAsync(module, caller.Authority, unit) switch
        {
            ModuleSwitchState.On => null,
            ModuleSwitchState.ReadOnly => SwitchErrors.ReadOnly,
            _ => SwitchErrors.Off,
        };
    }
}

/// <summary>What a module's handler answers where the switch stands in the way.</summary>
public static class SwitchErrors
{
    /// <summary>The module is off.</summary>
    public static readonly Error Off = new("module.off", "Your local authority does not use this part of ContactPoint. Ask its super-user if you need it.");

    /// <summary>The module is read-only.</summary>
    public static readonly Error ReadOnly = new("module.read-only", "Your local authority lets this part be read and not changed for now. Nothing was written.");
}
