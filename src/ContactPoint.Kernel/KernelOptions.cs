using ContactPoint.Kernel.Data;

namespace ContactPoint.Kernel;

/// <summary>How the Kernel is set up.</summary>
public sealed class KernelOptions
{
    /// <summary>Database and folders.</summary>
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>True where a missing key ring may be made: Development and first set-up. Elsewhere a missing key stops the host.</summary>
    public bool MayCreateKeys { get; set; }

    /// <summary>Name in every checkpoint of this installation's audit log; a host name without scheme, as C2SP asks.</summary>
    public string LogOrigin { get; set; } = "contactpoint.example/audit";
}
