using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Audit;

/// <summary>An entry. Insert-only: triggers (SQLite) or grants (SQL Server) refuse every change but the purge of the payload.</summary>
/// <remarks>The public part is not stored twice: it is composed of these columns, so an altered column is an altered entry.</remarks>
internal sealed class AuditEntryRow
{
    /// <summary>Order of insertion, internal: what the sealer has not seen yet. Leaves the process nowhere.</summary>
    public long No { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public int EventCode { get; init; }

    public int Outcome { get; init; }

    public Guid UserId { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>Local authority of the actor; null for a national one.</summary>
    public string? Authority { get; init; }

    /// <summary>Pseudonym of the child of a granted access or change; the mapping can be erased.</summary>
    public Guid? Child { get; init; }

    public int Purpose { get; init; }

    public int Relationship { get; init; }

    public string PolicyVersion { get; init; } = string.Empty;

    public byte[] Commitment { get; init; } = [];

    /// <summary>Salt and payload, sealed; null once purged.</summary>
    public byte[]? SealedPayload { get; init; }

    public byte[] Mac { get; init; } = [];
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntryRow>
{
    public void Configure(EntityTypeBuilder<AuditEntryRow> builder)
    {
        builder.ToTable("audit_entry");
        builder.HasKey(row => row.No);
        builder.Property(row => row.No).HasColumnName("no").ValueGeneratedOnAdd();
        builder.Property(row => row.Id).HasColumnName("id");
        builder.Property(row => row.At).HasColumnName("at");
        builder.Property(row => row.EventCode).HasColumnName("event_code");
        builder.Property(row => row.Outcome).HasColumnName("outcome");
        builder.Property(row => row.UserId).HasColumnName("user_id");
        builder.Property(row => row.OrganisationId).HasColumnName("organisation_id");
        builder.Property(row => row.Authority).HasColumnName("authority").HasMaxLength(3);
        builder.Property(row => row.Child).HasColumnName("child");
        builder.Property(row => row.Purpose).HasColumnName("purpose");
        builder.Property(row => row.Relationship).HasColumnName("relationship");
        builder.Property(row => row.PolicyVersion).HasColumnName("policy_version").HasMaxLength(40);
        builder.Property(row => row.Commitment).HasColumnName("commitment").HasMaxLength(32).IsFixedLength();
        builder.Property(row => row.SealedPayload).HasColumnName("sealed_payload");
        builder.Property(row => row.Mac).HasColumnName("mac").HasMaxLength(32).IsFixedLength();

        // No index: every access would pay for it. The sealer's table has them (AuditLeafRow); the tail is short enough to be read through.
    }
}
