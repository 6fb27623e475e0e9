using ContactPoint.Kernel.Data;

namespace ContactPoint.Kernel;

/// <summary>How the Kernel is set up.</summary>
public sealed class KernelOptions
{
    /// <summary>Database and folders.</summary>
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>True where a missing key ring may be made: Development and first set-up. Elsewhere a missing key stops the host.</summary>
    public bool MayCreateKeys { get; set; }

    /// <summary>Name of the key that signs the audit log, where one is made: a host name without scheme, as C2SP asks. The key keeps it, and every checkpoint and export takes it from the key.</summary>
    public string NewLogOrigin { get; set; } = "contactpoint.example/audit";

    /// <summary>Further folders that every checkpoint is written to, beside the data directory; best on another machine.</summary>
    public IList<string> CheckpointFolders { get; } = [];

    /// <summary>Whether a module is on where a local authority has not said so. Elsewhere than in Development it is not: turning it on takes two people (MOD-3).</summary>
    public bool ModulesStartOn { get; set; }

    /// <summary>How often the audit log is sealed. At most 60 seconds in production (I-24).</summary>
    public TimeSpan SealInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How much one user may look up.</summary>
    public ContactPoint.Kernel.Access.Budgets.BudgetLimits Budgets { get; } = new();
}
