using ContactPoint.Ledger.Entries;
using ContactPoint.Ledger.Export;
using ContactPoint.Ledger.Notes;

namespace ContactPoint.Ledger.Verification;

/// <summary>
/// Verifies a ledger in one pass and bounded memory, with nothing but the public key and, better, a checkpoint held elsewhere. Either fed by hand
/// (entries in leaf order, each checkpoint right after its last entry, then the tail, statements, <see cref="Complete"/>) or by
/// <see cref="VerifyAsync"/> from an export. One use each; not thread-safe.
/// </summary>
public sealed class LedgerVerifier
{
    private readonly Findings _findings = new();
    private readonly SealedLog _log;
    private readonly MacAccount _macs;
    private readonly IdSet _ids;
    private long _sealed;
    private long _tail;
    private long _statements;
    private long _withoutPayload;
    private LedgerExportFooter? _footer;
    private bool _malformed;

    /// <summary>A verifier that trusts what <paramref name="options"/> say.</summary>
    /// <exception cref="ArgumentException">No trusted key, or a MAC key shorter than 32 bytes.</exception>
    public LedgerVerifier(LedgerVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.TrustedKeys.Count == 0)
            throw new ArgumentException("A verifier needs a trusted key.", nameof(options));
        if (options.MacKeys.Any(key => key.Length < EntryMac.MinKeySize))
            throw new ArgumentException($"A MAC key has at least {EntryMac.MinKeySize} bytes.", nameof(options));
        var origin = options.Origin;
        var held = OpenHeld(options, ref origin);
        _log = new SealedLog(options, origin, held, _findings);
        _macs = new MacAccount(options, _findings);
        _ids = new IdSet(options.MaxTrackedIds);
    }

    /// <summary>Entries taken so far.</summary>
    public long Entries => _sealed + _tail;

    /// <summary>Takes the header: its origin counts when none is known otherwise, and is refused when it differs.</summary>
    public void Add(LedgerExportHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _log.Origin ??= header.Origin;
        if (_log.Origin != header.Origin)
            _findings.Add(ProblemKind.CheckpointInvalid, "The export is of another log than expected.");
    }

    /// <summary>Takes the next entry. Its memory is not kept.</summary>
    public void Add(in LedgerEntry entry) => Add(in entry, entry.LeafNumber is null ? default : entry.LeafHash());

    private void Add(in LedgerEntry entry, LedgerHash leafHash)
    {
        var isSealed = entry.LeafNumber is not null;
        var good = true;
        if (isSealed)
        {
            _sealed++;
            good = _log.Add(entry, leafHash);
        }
        else
        {
            _tail++;
        }
        if (!entry.HasPayload)
            _withoutPayload++;
        else if (PayloadCommitment.Compute(entry.Salt.Span, entry.Payload.Span) != entry.Commitment)
            Report(entry, ProblemKind.EntryAltered, "has another payload than it committed to.");
        if (_macs.HasKey && !_macs.Add(entry) && good)
            Report(entry, ProblemKind.MacWrong, "has a wrong MAC: no holder of the key wrote it so.");
        if (!_ids.Add(entry.Id))
            Report(entry, ProblemKind.EntryRepeated, "has an id that an earlier entry has too.");
    }

    /// <summary>Takes a checkpoint's signed note.</summary>
    public void AddCheckpoint(string note) => _log.Add(note, _log.Checkpoints + 1);

    /// <summary>Takes a tail statement; looked at only with a MAC key.</summary>
    public void Add(TailStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        _statements++;
        _macs.Add(statement);
    }

    /// <summary>Takes the footer, whose counts must be those of the lines taken.</summary>
    public void Add(LedgerExportFooter footer) => _footer = footer;

    /// <summary>Ends the feed and reports.</summary>
    public VerificationReport Complete()
    {
        _log.Complete(readToTheEnd: !_malformed);
        _macs.Complete(readToTheEnd: !_malformed);
        if (_footer is { } f && f != new LedgerExportFooter(Entries, _sealed, _tail, _log.Checkpoints, _statements))
            _findings.Add(ProblemKind.CountsWrong, "The footer counts other lines than the file holds: lines were taken out or put in.");
        if (_tail != 0 && !_macs.HasKey)
            _findings.Warn($"{_tail} entries are not sealed yet; without the MAC key nothing is proven about them.");
        if (_ids.Overflowed)
            _findings.Warn("There are more entries than ids were remembered; an id used twice may have been missed.");
        return new VerificationReport
        {
            Origin = _log.Origin,
            Entries = Entries,
            Sealed = _sealed,
            Tail = _tail,
            WithoutPayload = _withoutPayload,
            Checkpoints = _log.Checkpoints,
            ProvenSize = _log.Proven,
            FirstBadEntry = _findings.First,
            Problems = _findings.Problems,
            ProblemCount = _findings.Count,
            Warnings = _findings.Warnings,
        };
    }

    /// <summary>Verifies an export as it streams by. A malformed file is a finding, not an exception.</summary>
    /// <param name="export">Read to its end, not disposed.</param>
    /// <param name="options">What to trust.</param>
    /// <param name="progress">Told the number of entries taken, about every 8,192 and at the end.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IOException">The stream fails.</exception>
    public static async Task<VerificationReport> VerifyAsync(
        Stream export, LedgerVerifierOptions options, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(export);
        var verifier = new LedgerVerifier(options);
        var told = 0L;
        await new ExportPipeline(export).RunAsync(batch =>
        {
            verifier.Take(batch);
            if (verifier.Entries - told < 8192)
                return;
            told = verifier.Entries;
            progress?.Report(told);
        }, cancellationToken);
        progress?.Report(verifier.Entries);
        return verifier.Complete();
    }

    private void Take(ExportBatch batch)
    {
        foreach (ref readonly var line in batch.Lines)
        {
            switch (line.Other)
            {
                case null:
                    Add(in line.Entry, line.LeafHash);
                    break;
                case string note:
                    AddCheckpoint(note);
                    break;
                case LedgerExportHeader header:
                    Add(header);
                    break;
                case TailStatement statement:
                    Add(statement);
                    break;
                case LedgerExportFooter footer:
                    Add(footer);
                    break;
                case LedgerFormatException fault:
                    AddMalformed(fault);
                    break;
            }
        }
    }

    private void AddMalformed(LedgerFormatException e)
    {
        _malformed = true;
        var message = $"Line {e.Line} cannot be read, nor anything after it: {e.Reason}";
        if (e.Line == 1 || _tail != 0)
            _findings.Add(ProblemKind.Malformed, message);
        else
            _findings.Exact(ProblemKind.Malformed, message, _log.Expected, null);
    }

    private void Report(in LedgerEntry entry, ProblemKind kind, string what)
    {
        if (entry.LeafNumber is { } leaf)
            _findings.Exact(kind, $"Entry {leaf} ({entry.Id}) {what}", leaf, entry.Id);
        else
            _findings.InTail(kind, $"Entry {entry.Id}, not sealed yet, {what}", entry.Id);
    }

    private List<Checkpoint> OpenHeld(LedgerVerifierOptions options, ref string? origin)
    {
        var held = new List<Checkpoint>();
        foreach (var note in options.HeldCheckpoints)
        {
            if (!Checkpoint.TryOpen(note, options.TrustedKeys, out var checkpoint, out var problem))
            {
                _findings.Add(ProblemKind.CheckpointInvalid, $"A held checkpoint cannot be trusted: {problem}");
                continue;
            }
            origin ??= checkpoint.Origin;
            if (checkpoint.Origin == origin)
                held.Add(checkpoint);
            else
                _findings.Add(ProblemKind.CheckpointInvalid, "A held checkpoint is of another log.");
        }
        held.Sort((left, right) => left.Size.CompareTo(right.Size));
        return held;
    }
}
