using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>What a steward decided about a row. Whom it concerns, and what undoes it, stands under seal.</summary>
internal sealed class DecisionRow
{
    public Guid DecisionId { get; set; }

    public Guid QueuedId { get; set; }

    public Guid Source { get; set; }

    public QueueChoice Choice { get; set; }

    public DateTimeOffset DecidedAt { get; set; }

    public Guid DecidedBy { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public Guid? UndoneBy { get; set; }

    public required byte[] DocumentSealed { get; set; }
}

internal sealed class DecisionRowConfiguration : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("feed_decision");
        builder.HasKey(row => row.DecisionId);
        builder.Property(row => row.DecisionId).ValueGeneratedNever();
        builder.HasIndex(row => row.QueuedId).IsUnique().HasFilter("undone_at IS NULL AND choice <> 3");
        builder.HasIndex(row => row.DecidedAt);
        builder.HasOne<QueuedRow>().WithMany().HasForeignKey(row => row.QueuedId).OnDelete(DeleteBehavior.Restrict);
    }
}
