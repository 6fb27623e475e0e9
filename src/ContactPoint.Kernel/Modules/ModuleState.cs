namespace ContactPoint.Kernel.Modules;

/// <summary>How a module stands after the start.</summary>
public enum ModuleState
{
    /// <summary>Its pages are open.</summary>
    Ready = 1,

    /// <summary>Not trusted: unsigned, altered, not whole, or it asks for what no module may have. None of its code ran.</summary>
    Refused = 2,

    /// <summary>Made for another version of the contract.</summary>
    Incompatible = 3,

    /// <summary>Another folder holds a module of the same key.</summary>
    Duplicate = 4,

    /// <summary>It threw, took too long, or brings something that does not hold together.</summary>
    Malfunctioned = 5,

    /// <summary>Its tables are not up to date.</summary>
    PendingMigration = 6,
}
