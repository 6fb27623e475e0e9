namespace ContactPoint.Sdk.Modules;

/// <summary>The version of the contract between host and modules: raised with the approved API, by its first number where a module built before would break.</summary>
public static class ModuleContract
{
    /// <summary>The host's version. A module says in <c>module.json</c> from which on, and below which, it runs.</summary>
    public static Version Version { get; } = new(1, 2);
}
