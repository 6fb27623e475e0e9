namespace ContactPoint.Ledger.Verification;

/// <summary>Problems and warnings, bounded, and which bad entry comes first.</summary>
internal sealed class Findings
{
    private const int Kept = 100;
    private readonly List<VerificationProblem> _problems = [];
    private readonly List<string> _warnings = [];

    internal long Count { get; private set; }

    internal BadEntry? First { get; private set; }

    internal IReadOnlyList<VerificationProblem> Problems => _problems;

    internal IReadOnlyList<string> Warnings => _warnings;

    internal void Add(ProblemKind kind, string message, BadEntry? entry = null)
    {
        Count++;
        if (_problems.Count < Kept)
            _problems.Add(new VerificationProblem(kind, message, entry));
        if (entry is not null && (First is null || Compare(entry, First) < 0))
            First = entry;
    }

    internal void Exact(ProblemKind kind, string message, long leaf, Guid? id) =>
        Add(kind, message, new BadEntry { Kind = kind, LeafNumber = leaf, Id = id, RangeStart = leaf, RangeEnd = leaf + 1 });

    internal void Range(ProblemKind kind, string message, long start, long end) =>
        Add(kind, message, new BadEntry { Kind = kind, RangeStart = start, RangeEnd = end });

    internal void InTail(ProblemKind kind, string message, Guid? id) =>
        Add(kind, message, new BadEntry { Kind = kind, Id = id, RangeStart = long.MaxValue, RangeEnd = long.MaxValue });

    internal void Warn(string message) => _warnings.Add(message);

    /// <summary>An entry first thought missing turned up elsewhere: now its id is known.</summary>
    internal void Found(long leaf, Guid id)
    {
        if (First is { Kind: ProblemKind.EntryMissing } first && first.LeafNumber == leaf)
            First = first with { Kind = ProblemKind.EntryOutOfOrder, Id = id };
    }

    /// <summary>The earlier end comes first: an exact entry wins over the range that holds it. Of two alike, the one found first stays.</summary>
    private static int Compare(BadEntry left, BadEntry right) => left.RangeEnd != right.RangeEnd
        ? left.RangeEnd.CompareTo(right.RangeEnd)
        : right.RangeStart.CompareTo(left.RangeStart);
}
