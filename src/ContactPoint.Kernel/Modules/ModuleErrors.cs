using ContactPoint.Sdk.Results;

namespace ContactPoint.Kernel.Modules;

/// <summary>Why a module does not run. The code is the state it ends in.</summary>
internal static class ModuleErrors
{
    public static Error Refused(string reason) => Of(ModuleState.Refused, reason);

    public static Error Incompatible(string reason) => Of(ModuleState.Incompatible, reason);

    public static Error Duplicate(string reason) => Of(ModuleState.Duplicate, reason);

    public static Error Malfunctioned(string reason) => Of(ModuleState.Malfunctioned, reason);

    public static Error Pending(string reason) => Of(ModuleState.PendingMigration, reason);

    public static ModuleState StateOf(Error error) => Enum.Parse<ModuleState>(error.Code["module.".Length..]);

    private static Error Of(ModuleState state, string reason) => new($"module.{state}", reason);
}
