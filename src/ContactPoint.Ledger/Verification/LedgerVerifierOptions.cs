using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Notes;

namespace ContactPoint.Ledger.Verification;

/// <summary>What the verifying person brings; nothing of it is taken from the export.</summary>
public sealed record LedgerVerifierOptions
{
    /// <summary>Public keys that may sign checkpoints; several after a change of key. At least one.</summary>
    public required IReadOnlyList<NoteVerifierKey> TrustedKeys { get; init; }

    /// <summary>Signed checkpoints kept outside the system, in any order. Without one, a log cut back to an earlier checkpoint looks whole.</summary>
    public IReadOnlyList<string> HeldCheckpoints { get; init; } = [];

    /// <summary>The log's origin; null to take it from the first held checkpoint, else from the export's header.</summary>
    public string? Origin { get; init; }

    /// <summary>MAC keys, the current one first, or none. With a key, each entry's MAC and the tail's statements are checked as well.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> MacKeys { get; init; } = [];

    /// <summary>Tail statements kept outside: no writer may have gone back behind them. Looked at only with a MAC key.</summary>
    public IReadOnlyList<TailStatement> HeldStatements { get; init; } = [];

    /// <summary>Leaf hashes kept outside, by leaf number, or null where none is kept. They name the very entry when entry and sealer's table were both rewritten.</summary>
    public Func<long, LedgerHash?>? HeldLeafHash { get; init; }

    /// <summary>How many ids are remembered to find an id used twice (16 to 32 bytes each); past that a warning is given.</summary>
    public int MaxTrackedIds { get; init; } = 1 << 22;
}
