namespace ContactPoint.Kernel.Modules.Jobs;

/// <summary>How the last run of a module's job ended.</summary>
public enum ModuleJobOutcome
{
    /// <summary>It has not run yet.</summary>
    None = 0,

    /// <summary>It runs, or its node ended with it.</summary>
    Running = 1,

    /// <summary>It did its work.</summary>
    Done = 2,

    /// <summary>It threw.</summary>
    Failed = 3,

    /// <summary>It took longer than it may; what it does goes on until it ends by itself.</summary>
    RanOver = 4,
}

/// <summary>A job as its operator sees it.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Key">The job's key.</param>
/// <param name="Minutes">Minutes between runs; null for a daily one.</param>
/// <param name="At">The time of a daily run in the United Kingdom.</param>
/// <param name="LastStart">When it last ran; null when never.</param>
/// <param name="LastEnd">When that run ended.</param>
/// <param name="Outcome">How.</param>
public sealed record ModuleJobStatus(string Module, string Key, int? Minutes, TimeOnly? At, DateTimeOffset? LastStart, DateTimeOffset? LastEnd, ModuleJobOutcome Outcome);
