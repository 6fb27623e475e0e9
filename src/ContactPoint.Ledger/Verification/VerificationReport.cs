namespace ContactPoint.Ledger.Verification;

/// <summary>What a verifier found.</summary>
public sealed record VerificationReport
{
    /// <summary>True when nothing is wrong. Warnings say what could not be checked.</summary>
    public bool Ok => ProblemCount == 0;

    /// <summary>The log's origin, as far as known.</summary>
    public required string? Origin { get; init; }

    /// <summary>Entries read.</summary>
    public required long Entries { get; init; }

    /// <summary>Entries with a leaf number.</summary>
    public required long Sealed { get; init; }

    /// <summary>Entries without one.</summary>
    public required long Tail { get; init; }

    /// <summary>Entries whose payload is not in the export, purged or left out; their proof holds all the same.</summary>
    public required long WithoutPayload { get; init; }

    /// <summary>Checkpoint lines read.</summary>
    public required long Checkpoints { get; init; }

    /// <summary>The leaves 0 up to this (not including it) are exactly those that a trusted key signed.</summary>
    public required long ProvenSize { get; init; }

    /// <summary>The first entry, in leaf order, that is altered, missing or out of place; null when there is none or none can be named.</summary>
    public required BadEntry? FirstBadEntry { get; init; }

    /// <summary>What is wrong, in the order found; the first 100.</summary>
    public required IReadOnlyList<VerificationProblem> Problems { get; init; }

    /// <summary>How many problems there are in all.</summary>
    public required long ProblemCount { get; init; }

    /// <summary>What was not or could not be checked.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>A fault in one sentence.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="Message">For people; holds numbers and ids, never content.</param>
/// <param name="Entry">Where, when the fault is an entry's.</param>
public sealed record VerificationProblem(ProblemKind Kind, string Message, BadEntry? Entry);

/// <summary>
/// Where the log is wrong. Exact: one leaf number or one tail entry's id. Otherwise a range: an attacker who rewrote the entry and the sealer's table
/// alike leaves only the signed roots as evidence, and those speak for ranges.
/// </summary>
public sealed record BadEntry
{
    /// <summary>The fault.</summary>
    public required ProblemKind Kind { get; init; }

    /// <summary>Leaf number, when exact and under the seal.</summary>
    public long? LeafNumber { get; init; }

    /// <summary>Id of the entry, as the export says it; null when it is missing from the export or only a range is known.</summary>
    public Guid? Id { get; init; }

    /// <summary>First leaf number that may be wrong. <see cref="long.MaxValue"/> for the tail.</summary>
    public required long RangeStart { get; init; }

    /// <summary>End of the range, not included. <see cref="long.MaxValue"/> for the tail.</summary>
    public required long RangeEnd { get; init; }

    /// <summary>True when the very entry is named.</summary>
    public bool IsExact => LeafNumber is not null || Id is not null;
}
