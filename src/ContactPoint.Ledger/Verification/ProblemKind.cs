namespace ContactPoint.Ledger.Verification;

/// <summary>What kind of fault a verifier found.</summary>
public enum ProblemKind
{
    /// <summary>The export cannot be read on from a line.</summary>
    Malformed = 1,

    /// <summary>An entry is not what was sealed, or its payload is not what was committed to.</summary>
    EntryAltered,

    /// <summary>An entry is not there.</summary>
    EntryMissing,

    /// <summary>An entry stands in another's place.</summary>
    EntryOutOfOrder,

    /// <summary>A leaf number or an id is used twice.</summary>
    EntryRepeated,

    /// <summary>An entry's MAC is wrong: it was not written by a holder of the key.</summary>
    MacWrong,

    /// <summary>The sealer's table was altered, the entry was not.</summary>
    RecordedHashAltered,

    /// <summary>Entries between two checkpoints are not those that were signed.</summary>
    RangeRewritten,

    /// <summary>The export ends before a checkpoint's size.</summary>
    Truncated,

    /// <summary>Numbered entries stand after the last checkpoint. Exporters give them as tail until a checkpoint covers them.</summary>
    NotCovered,

    /// <summary>Two signed checkpoints contradict each other: the key signed two histories.</summary>
    Fork,

    /// <summary>A checkpoint is malformed, not signed by a trusted key, of another log or out of order.</summary>
    CheckpointInvalid,

    /// <summary>A tail statement is wrong, doubled, missing or behind one held outside.</summary>
    StatementInvalid,

    /// <summary>The tail does not hold the entries that the writers' statements count.</summary>
    TailIncomplete,

    /// <summary>The footer's counts are not those of the lines read.</summary>
    CountsWrong,
}
