using ContactPoint.Ledger.Entries;

namespace ContactPoint.Ledger.Verification;

/// <summary>The checks that need the MAC key: each entry's MAC, and the entries as a whole against the writers' statements.</summary>
internal sealed class MacAccount(LedgerVerifierOptions options, Findings findings)
{
    private readonly Dictionary<string, TailStatement> _statements = new(StringComparer.Ordinal);
    private MacSum _sum;
    private long _count;
    private int _lastKey;

    internal bool HasKey => options.MacKeys.Count != 0;

    /// <summary>Counts the entry; false when no key made its MAC.</summary>
    internal bool Add(in LedgerEntry entry)
    {
        _sum = _sum.Add(entry.Mac);
        _count++;
        // Keys change rarely: the one that fitted last fits next.
        for (var i = 0; i < options.MacKeys.Count; i++)
        {
            var key = (_lastKey + i) % options.MacKeys.Count;
            if (!EntryMac.Verify(options.MacKeys[key].Span, entry.Id, entry.PublicPart.Span, entry.Commitment, entry.Mac))
                continue;
            _lastKey = key;
            return true;
        }
        return false;
    }

    internal void Add(TailStatement statement)
    {
        if (!HasKey)
            return;
        if (!options.MacKeys.Any(key => statement.Verify(key.Span)))
            findings.Add(ProblemKind.StatementInvalid, $"The tail statement of writer {statement.Writer} was not made with the MAC key.");
        else if (!_statements.TryAdd(statement.Writer, statement))
            findings.Add(ProblemKind.StatementInvalid, $"Writer {statement.Writer} has more than one tail statement.");
    }

    internal void Complete(bool readToTheEnd)
    {
        if (!HasKey)
        {
            if (options.HeldStatements.Count != 0)
                findings.Warn("Held tail statements were not looked at: that needs the MAC key.");
            return;
        }
        if (!readToTheEnd)
            return;
        foreach (var held in options.HeldStatements)
        {
            if (!_statements.TryGetValue(held.Writer, out var now) || now.Count < held.Count)
                findings.Add(ProblemKind.StatementInvalid,
                    $"Writer {held.Writer} had appended {held.Count} entries by the held statement; the export's says {now?.Count ?? 0}.");
            else if (now.Count == held.Count && now.Sum != held.Sum)
                findings.Add(ProblemKind.StatementInvalid, $"Writer {held.Writer}'s held statement counts the same entries but other MACs than the export's.");
        }
        Int128 stated = 0;
        var sum = default(MacSum);
        foreach (var statement in _statements.Values)
        {
            stated += statement.Count;
            sum = sum.Add(statement.Sum);
        }
        if (stated != _count)
            findings.InTail(ProblemKind.TailIncomplete,
                $"The writers' statements count {stated} entries, the export holds {_count}: entries are missing or were put in.", null);
        else if (sum != _sum)
            findings.InTail(ProblemKind.TailIncomplete, "The writers' statements are about other entries than the export holds, though as many.", null);
    }
}
