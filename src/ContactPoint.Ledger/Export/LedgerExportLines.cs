namespace ContactPoint.Ledger.Export;

/// <summary>What kind of line a reader stands on.</summary>
public enum ExportLineKind
{
    /// <summary>No line read yet, or none left.</summary>
    None,

    /// <summary>The first line.</summary>
    Header,

    /// <summary>An entry, sealed or not.</summary>
    Entry,

    /// <summary>A signed checkpoint.</summary>
    Checkpoint,

    /// <summary>A writer's tail statement.</summary>
    Statement,

    /// <summary>The last line.</summary>
    Footer,
}

/// <summary>First line of an export. A claim: whoever verifies brings the key, and does not take it from here.</summary>
public sealed record LedgerExportHeader
{
    /// <summary>The log's identity, as in its checkpoints.</summary>
    public required string Origin { get; init; }

    /// <summary>Verifier keys in text form (<see cref="Notes.NoteVerifierKey"/>), for information.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>When the export was made.</summary>
    public required DateTimeOffset Created { get; init; }
}

/// <summary>Last line of an export: how many lines of each kind it holds. Its absence shows that the file was cut.</summary>
/// <param name="Entries">All entries.</param>
/// <param name="Sealed">Entries with a leaf number.</param>
/// <param name="Tail">Entries without one.</param>
/// <param name="Checkpoints">Checkpoint lines.</param>
/// <param name="Statements">Tail statement lines.</param>
public sealed record LedgerExportFooter(long Entries, long Sealed, long Tail, long Checkpoints, long Statements);
