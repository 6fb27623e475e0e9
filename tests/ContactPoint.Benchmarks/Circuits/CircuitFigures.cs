namespace ContactPoint.Benchmarks.Circuits;

/// <summary>What a run of many circuits found.</summary>
internal sealed record CircuitFigures
{
    public required string LoadAverage { get; init; }

    public required int Circuits { get; init; }

    public required int Seconds { get; init; }

    /// <summary>From the request for the document to the page drawn, in milliseconds.</summary>
    public required Times Opening { get; init; }

    /// <summary>From the first field typed to the results drawn: six events and a search, in milliseconds; null when nobody searched.</summary>
    public Times? Search { get; init; }

    /// <summary>Searches asked for, a second.</summary>
    public double AskedPerSecond { get; init; }

    public int Answers { get; init; }

    public int WrongAnswers { get; init; }

    public int RefusedSearches { get; init; }

    public int FailedEvents { get; init; }

    public int StartedLate { get; init; }

    /// <summary>Audit entries of searches; as many as searches were made, or something is wrong.</summary>
    public int AuditEntries { get; init; }

    public required int DroppedCircuits { get; init; }

    public required int ServerFaults { get; init; }

    public required double ManagedKbEach { get; init; }

    public required double ResidentKbEach { get; init; }

    /// <summary>Processor time of the host a second while circuits were held: 1 is one core.</summary>
    public required double HostCores { get; init; }

    public IReadOnlyList<string> WhatWentWrong { get; init; } = [];

    public bool IsSound => DroppedCircuits == 0 && ServerFaults == 0 && WrongAnswers == 0 && RefusedSearches == 0 && FailedEvents == 0 && AuditEntries == Answers;

    public IEnumerable<string> Lines =>
    [
        $"{Circuits} circuits held for {Seconds} s; load average {LoadAverage}",
        $"opened: p50 {Opening.P50} ms, p95 {Opening.P95} ms, p99 {Opening.P99} ms",
        .. Search is null ? Array.Empty<string>() :
        [
            $"searches: {Answers} answered ({AskedPerSecond:F0}/s asked for), p50 {Search.P50} ms, p95 {Search.P95} ms, p99 {Search.P99} ms; {StartedLate} started late",
            $"wrong answers {WrongAnswers}, refused {RefusedSearches}, failed {FailedEvents}, audit entries {AuditEntries}",
        ],
        $"dropped circuits {DroppedCircuits}, faults told by the host {ServerFaults}",
        $"host: {ManagedKbEach:F0} KB managed and {ResidentKbEach:F0} KB resident a circuit, {HostCores:F2} cores",
        .. WhatWentWrong,
        IsSound ? "Sound." : "Not sound.",
    ];
}

/// <summary>Quantiles in milliseconds.</summary>
internal sealed record Times(double P50, double P95, double P99);
