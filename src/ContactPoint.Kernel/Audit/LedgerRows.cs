using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Audit;

/// <summary>The number that the sealer gave an entry, the leaf hash it saw then, and what a reviewer looks entries up by.</summary>
/// <remarks>
/// The look-ups stand here and not on the entry: their keys are random, and an access would pay for a page of each index (ADR 0013). The leaf hash
/// covers what they repeat, so the export tells when they say something else than the entry.
/// </remarks>
internal sealed class AuditLeafRow
{
    public long Number { get; init; }

    /// <summary><see cref="AuditEntryRow.No"/> of the entry.</summary>
    public long EntryNo { get; init; }

    public Guid EntryId { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Pseudonym of the child, as in the entry.</summary>
    public Guid? Child { get; init; }

    public byte[] Hash { get; init; } = [];
}

/// <summary>A complete node of the Merkle tree above the leaves: makes proofs logarithmic.</summary>
internal sealed class AuditNodeRow
{
    public int Level { get; init; }

    public long Position { get; init; }

    public byte[] Hash { get; init; } = [];
}

/// <summary>A signed tree head.</summary>
internal sealed class AuditCheckpointRow
{
    public long Size { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The C2SP signed note.</summary>
    public string Note { get; init; } = string.Empty;

    /// <summary>The right edge of the tree, from which the sealer goes on.</summary>
    public byte[] Frontier { get; init; } = [];
}

/// <summary>A writer's account of all it ever appended: shows a deletion in the tail that no checkpoint covers yet.</summary>
internal sealed class AuditTailRow
{
    public string Writer { get; init; } = string.Empty;

    public long Count { get; init; }

    public byte[] Sum { get; init; } = [];

    public byte[] Mac { get; init; } = [];
}

/// <summary>The pseudonym under which a child stands in the audit trail. Deleting the row erases the link.</summary>
internal sealed class ChildPseudonymRow
{
    /// <summary>Keyed hash of the child's id.</summary>
    public byte[] ChildHash { get; init; } = [];

    public Guid Pseudonym { get; init; }
}

internal sealed class AuditLeafConfiguration : IEntityTypeConfiguration<AuditLeafRow>
{
    public void Configure(EntityTypeBuilder<AuditLeafRow> builder)
    {
        builder.ToTable("audit_leaf");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).HasColumnName("number").ValueGeneratedNever();
        builder.Property(row => row.EntryNo).HasColumnName("entry_no");
        builder.Property(row => row.EntryId).HasColumnName("entry_id");
        builder.Property(row => row.UserId).HasColumnName("user_id");
        builder.Property(row => row.Child).HasColumnName("child");
        builder.Property(row => row.Hash).HasColumnName("hash").HasMaxLength(32).IsFixedLength();
        builder.HasIndex(row => row.EntryNo).IsUnique();
        builder.HasIndex(row => row.EntryId).IsUnique();
        builder.HasIndex(row => new { row.UserId, row.EntryNo });
        builder.HasIndex(row => new { row.Child, row.EntryNo }).HasFilter("child IS NOT NULL");
    }
}

internal sealed class AuditNodeConfiguration : IEntityTypeConfiguration<AuditNodeRow>
{
    public void Configure(EntityTypeBuilder<AuditNodeRow> builder)
    {
        builder.ToTable("audit_node");
        builder.HasKey(row => new { row.Level, row.Position });
        builder.Property(row => row.Level).HasColumnName("level");
        builder.Property(row => row.Position).HasColumnName("position");
        builder.Property(row => row.Hash).HasColumnName("hash").HasMaxLength(32).IsFixedLength();
    }
}

internal sealed class AuditCheckpointConfiguration : IEntityTypeConfiguration<AuditCheckpointRow>
{
    public void Configure(EntityTypeBuilder<AuditCheckpointRow> builder)
    {
        builder.ToTable("audit_checkpoint");
        builder.HasKey(row => row.Size);
        builder.Property(row => row.Size).HasColumnName("size").ValueGeneratedNever();
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.Note).HasColumnName("note").HasMaxLength(4000);
        builder.Property(row => row.Frontier).HasColumnName("frontier").HasMaxLength(4000);
    }
}

internal sealed class AuditTailConfiguration : IEntityTypeConfiguration<AuditTailRow>
{
    public void Configure(EntityTypeBuilder<AuditTailRow> builder)
    {
        builder.ToTable("audit_tail");
        builder.HasKey(row => row.Writer);
        builder.Property(row => row.Writer).HasColumnName("writer").HasMaxLength(64);
        builder.Property(row => row.Count).HasColumnName("count");
        builder.Property(row => row.Sum).HasColumnName("sum").HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.Mac).HasColumnName("mac").HasMaxLength(32).IsFixedLength();
    }
}

internal sealed class ChildPseudonymConfiguration : IEntityTypeConfiguration<ChildPseudonymRow>
{
    public void Configure(EntityTypeBuilder<ChildPseudonymRow> builder)
    {
        builder.ToTable("child_pseudonym");
        builder.HasKey(row => row.ChildHash);
        builder.Property(row => row.ChildHash).HasColumnName("child_hash").HasMaxLength(16).IsFixedLength();
        builder.Property(row => row.Pseudonym).HasColumnName("pseudonym");
    }
}
