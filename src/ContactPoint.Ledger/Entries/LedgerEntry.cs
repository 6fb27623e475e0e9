namespace ContactPoint.Ledger.Entries;

/// <summary>One entry as an export carries it and a verifier takes it.</summary>
/// <remarks>The memory of an entry that a reader hands out is reused at its next read.</remarks>
public readonly record struct LedgerEntry
{
    /// <summary>Leaf number from 0, or null when the entry is not sealed yet.</summary>
    public required long? LeafNumber { get; init; }

    /// <summary>The entry's own id, unique in the ledger.</summary>
    public required Guid Id { get; init; }

    /// <summary>The writer's public bytes.</summary>
    public required ReadOnlyMemory<byte> PublicPart { get; init; }

    /// <summary>See <see cref="PayloadCommitment"/>.</summary>
    public required LedgerHash Commitment { get; init; }

    /// <summary>The salt (32 bytes), or empty when salt and payload are purged or left out.</summary>
    public ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>The payload in clear; meaningful only beside a salt.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>See <see cref="EntryMac"/>.</summary>
    public required LedgerHash Mac { get; init; }

    /// <summary>The leaf hash that the sealer recorded in its own table; null for the tail. Lets a verifier name the very entry that changed.</summary>
    public LedgerHash? RecordedHash { get; init; }

    /// <summary>True when salt and payload are here.</summary>
    public bool HasPayload => !Salt.IsEmpty;

    /// <summary>The leaf hash of what the entry says now.</summary>
    public LedgerHash LeafHash() => AuditLeaf.Hash(Id, Mac, PublicPart.Span, Commitment);
}
