using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Merkle;
using ContactPoint.Ledger.Notes;

namespace ContactPoint.Ledger.Verification;

/// <summary>
/// The numbered entries against the signed checkpoints, in one pass and O(log n) memory. The tree is built from the hashes that the sealer recorded;
/// from the first entry that does not fit its recorded hash on, a second tree is built from what the entries say now, and the next checkpoint
/// tells which of the two was signed.
/// </summary>
internal sealed class SealedLog
{
    private readonly LedgerVerifierOptions _options;
    private readonly Findings _findings;
    private readonly List<Checkpoint> _held;
    private MerkleFrontier _recorded = new();
    private MerkleFrontier? _recomputed;
    private int _nextHeld;
    private Checkpoint? _last;
    private Checkpoint? _short;
    private (long Leaf, Guid Id)? _low;
    private (Checkpoint Held, long Proven)? _heldMismatch;
    private long _heldGood;
    private bool _fork;

    internal SealedLog(LedgerVerifierOptions options, string? origin, List<Checkpoint> held, Findings findings)
    {
        (_options, Origin, _held, _findings) = (options, origin, held, findings);
        CheckHeld();
    }

    /// <summary>Null until the header or a checkpoint says it.</summary>
    internal string? Origin { get; set; }

    /// <summary>The leaf number that must come next.</summary>
    internal long Expected { get; private set; }

    internal long Proven { get; private set; }

    internal long Checkpoints { get; private set; }

    /// <summary>True once an entry is missing or out of place: from there on roots say nothing more.</summary>
    internal bool Broken { get; private set; }

    /// <summary>Takes the next numbered entry and the leaf hash of what it says now; false when a fault of it was reported.</summary>
    internal bool Add(in LedgerEntry entry, LedgerHash now)
    {
        var leaf = entry.LeafNumber!.Value;
        var recorded = entry.RecordedHash ?? now;
        ResolveShort(leaf);
        ResolveLow(leaf);
        var inPlace = leaf == Expected || ReportPlace(leaf, entry.Id);
        var good = now == recorded && (_options.HeldLeafHash?.Invoke(leaf) is not { } held || held == now);
        if (!good)
            _findings.Exact(ProblemKind.EntryAltered, $"Entry {leaf} ({entry.Id}) is not the entry that was sealed under this number.", leaf, entry.Id);
        if (inPlace && !Broken)
        {
            if (now != recorded)
                _recomputed ??= _recorded.Clone();
            _recorded.Append(recorded);
            _recomputed?.Append(now);
            Expected = leaf + 1;
            CheckHeld();
        }
        else if (leaf >= Expected)
        {
            Expected = leaf + 1;
        }
        return good && inPlace;
    }

    internal void Add(string note, long number)
    {
        Checkpoints++;
        if (!Checkpoint.TryOpen(note, _options.TrustedKeys, out var checkpoint, out var problem))
        {
            _findings.Add(ProblemKind.CheckpointInvalid, $"Checkpoint {number} cannot be trusted: {problem}");
            return;
        }
        Origin ??= checkpoint.Origin;
        if (checkpoint.Origin != Origin)
        {
            _findings.Add(ProblemKind.CheckpointInvalid, $"Checkpoint {number} is of another log.");
            return;
        }
        var previous = _last;
        _last = checkpoint;
        if (previous is not null && checkpoint.Size < previous.Size)
            _findings.Add(ProblemKind.CheckpointInvalid, $"Checkpoint {number} (size {checkpoint.Size}) stands after one of size {previous.Size}.");
        else if (previous is not null && checkpoint.Size == previous.Size && checkpoint.Root != previous.Root)
            ReportFork($"Two signed checkpoints of size {checkpoint.Size} have different roots: the key signed two histories.", checkpoint.Size);
        else if (!Broken)
            Compare(checkpoint, number);
    }

    internal void Complete(bool readToTheEnd)
    {
        ResolveShort(null);
        ResolveLow(null);
        if (_heldMismatch is var (held, proven))
        {
            if (_fork)
                ReportFork($"The held checkpoint of size {held.Size} and the export's own checkpoints contradict each other: the key signed two histories.", held.Size);
            else
                _findings.Range(ProblemKind.RangeRewritten,
                    $"Entries from {proven} up to {held.Size - 1} are not those of the held checkpoint of size {held.Size}.", proven, held.Size);
        }
        else if (!Broken && readToTheEnd && _nextHeld < _held.Count)
        {
            ReportMissing(_held[^1].Size, $"The held checkpoint covers {_held[^1].Size} entries, the export holds {Expected}.", ProblemKind.Truncated, surelyTheEnd: false);
        }
        if (Broken)
            _findings.Warn($"From the first missing or misplaced entry on, checkpoints could not be compared; proven are the first {Proven} entries.");
        else if (Expected > Proven && _heldMismatch is null && readToTheEnd)
            _findings.Range(ProblemKind.NotCovered,
                $"Entries {Proven} to {Expected - 1} have numbers but no checkpoint covers them: a checkpoint was taken out, or none was ever signed.", Proven, Expected);
        if (_held.Count == 0)
            _findings.Warn("No held checkpoint was given: a log cut back to an earlier checkpoint, or a second history, would not be seen.");
    }

    private void Compare(Checkpoint checkpoint, long number)
    {
        if (checkpoint.Size > Expected)
        {
            // Whether the end is missing or an earlier entry and all numbers moved up, the next entry's number tells.
            _short ??= checkpoint;
        }
        else if (checkpoint.Size < Expected)
        {
            _findings.Range(ProblemKind.RangeRewritten,
                $"Checkpoint {number} covers {checkpoint.Size} entries, but {Expected} stand before it: entries were put in.", Math.Min(Proven, checkpoint.Size), Expected);
            Broken = true;
        }
        else if (Matches(checkpoint))
        {
            Proven = Math.Max(Proven, checkpoint.Size);
            _fork |= _heldMismatch is not null;
        }
        else if (checkpoint.Size <= Proven)
        {
            ReportFork($"Checkpoint {number} (size {checkpoint.Size}) contradicts another signed checkpoint: the key signed two histories.", checkpoint.Size);
        }
        else
        {
            _findings.Range(ProblemKind.RangeRewritten,
                $"Entries from {Proven} up to {checkpoint.Size - 1} are not those of the signed checkpoint of size {checkpoint.Size}.", Proven, checkpoint.Size);
            Broken = true;
        }
    }

    private bool Matches(Checkpoint checkpoint)
    {
        if (_recorded.Root() != checkpoint.Root)
        {
            if (_recomputed is null || _recomputed.Root() != checkpoint.Root)
                return false;
            _findings.Add(ProblemKind.RecordedHashAltered,
                $"Up to {checkpoint.Size} the entries are as signed; the sealer's table was altered where entries are reported above.");
            _recorded = _recomputed;
        }
        _recomputed = null;
        return true;
    }

    private void CheckHeld()
    {
        for (; _nextHeld < _held.Count && _held[_nextHeld].Size == Expected; _nextHeld++)
        {
            if (_heldMismatch is not null)
                continue;
            if (Matches(_held[_nextHeld]))
                Proven = _heldGood = Expected;
            else
                _heldMismatch = (_held[_nextHeld], Proven);
        }
    }

    /// <summary>Says that another leaf number was due; true when the tree can still go on, which is never.</summary>
    private bool ReportPlace(long leaf, Guid id)
    {
        if (leaf > Expected)
        {
            _findings.Exact(ProblemKind.EntryMissing,
                $"Entry {Expected} is missing or out of place: entry {leaf} ({id}) stands where it should.", Expected, null);
        }
        else if (Broken)
        {
            ReportLow(leaf, id);
        }
        else
        {
            // Put in under a used number, or the due entry given that number: the next entry's number tells.
            _low = (leaf, id);
        }
        Broken = true;
        return false;
    }

    private void ReportLow(long leaf, Guid id)
    {
        _findings.Exact(ProblemKind.EntryOutOfOrder, $"Entry {leaf} ({id}) stands after entry {Expected - 1}: out of order, or its number is used twice.", leaf, id);
        _findings.Found(leaf, id);
    }

    private void ResolveLow(long? nextLeaf)
    {
        if (_low is not var (leaf, id))
            return;
        _low = null;
        var dueIsGone = nextLeaf is { } next ? next > Expected : _last?.Size > Expected || (_held.Count != 0 && _held[^1].Size > Expected);
        if (dueIsGone)
            _findings.Exact(ProblemKind.EntryOutOfOrder, $"Entry {Expected} is due where an entry numbered {leaf} ({id}) stands.", Expected, id);
        else
            ReportLow(leaf, id);
    }

    private void ResolveShort(long? nextLeaf)
    {
        if (_short is not { } checkpoint)
            return;
        _short = null;
        if (!Broken)
            ReportMissing(checkpoint.Size, $"A checkpoint covers {checkpoint.Size} entries, but {Expected} stand before it.",
                ProblemKind.EntryMissing, surelyTheEnd: nextLeaf >= checkpoint.Size);
    }

    /// <summary>Exact when it is known that the entries before the gap are the right ones, else the whole range since the last good checkpoint.</summary>
    private void ReportMissing(long size, string message, ProblemKind kind, bool surelyTheEnd)
    {
        if (surelyTheEnd || Proven == Expected)
            _findings.Exact(kind, $"{message} Entry {Expected} is the first that is missing.", Expected, null);
        else
            _findings.Range(kind, $"{message} The first that is missing is between {Proven} and {Expected}.", Proven, Expected + 1);
        Broken = true;
    }

    private void ReportFork(string message, long size) => _findings.Range(ProblemKind.Fork, message, Math.Min(_heldGood, size), size);
}
