using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Kernel.Access.Acts;

/// <summary>A proposal that waits for a second person.</summary>
internal sealed class TwoPersonActRow
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = string.Empty;

    public byte[] SealedPayload { get; init; } = [];

    public Guid ProposedBy { get; init; }

    public Guid ProposedInSession { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public Guid? ConfirmedBy { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public Guid? RefusedBy { get; set; }

    public DateTimeOffset? RefusedAt { get; set; }
}

internal sealed class TwoPersonActConfiguration : IEntityTypeConfiguration<TwoPersonActRow>
{
    public void Configure(EntityTypeBuilder<TwoPersonActRow> builder)
    {
        builder.ToTable("two_person_act");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(row => row.Kind).HasColumnName("kind").HasMaxLength(64);
        builder.Property(row => row.SealedPayload).HasColumnName("sealed_payload");
        builder.Property(row => row.ProposedBy).HasColumnName("proposed_by");
        builder.Property(row => row.ProposedInSession).HasColumnName("proposed_in_session");
        builder.Property(row => row.ProposedAt).HasColumnName("proposed_at");
        builder.Property(row => row.ExpiresAt).HasColumnName("expires_at");
        builder.Property(row => row.ConfirmedBy).HasColumnName("confirmed_by");
        builder.Property(row => row.ConfirmedAt).HasColumnName("confirmed_at");
        builder.Property(row => row.RefusedBy).HasColumnName("refused_by");
        builder.Property(row => row.RefusedAt).HasColumnName("refused_at");
    }
}
