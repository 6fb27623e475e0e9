namespace ContactPoint.Benchmarks.Hosts;

/// <summary>What a host process serves.</summary>
internal enum HostKind
{
    /// <summary>ContactPoint as in production.</summary>
    Shell,

    /// <summary>The template's page: the yardstick.</summary>
    Template,
}
