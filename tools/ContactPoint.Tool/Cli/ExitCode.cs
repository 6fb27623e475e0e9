namespace ContactPoint.Tool.Cli;

/// <summary>What the command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Refused, invalid, or something is wrong that the command reports on.</summary>
    public const int Refused = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The audit log does not verify.</summary>
    public const int NotVerified = 3;
}
