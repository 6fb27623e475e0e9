using ContactPoint.Directory.Feeds.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Queue.Rows;

/// <summary>A row that was left to a steward. It waits for as long as its source's last file still says so; what it says stands in its verdict, under the same id.</summary>
internal sealed class QueuedRow
{
    public Guid QueuedId { get; set; }

    public Guid Source { get; set; }

    /// <summary>Key of the format: the same row of another kind of file is another row.</summary>
    public required string Format { get; set; }

    public required byte[] RowKey { get; set; }

    public Guid RunId { get; set; }

    public int Line { get; set; }

    public DateTimeOffset QueuedAt { get; set; }
}

internal sealed class QueuedRowConfiguration : IEntityTypeConfiguration<QueuedRow>
{
    public void Configure(EntityTypeBuilder<QueuedRow> builder)
    {
        builder.ToTable("feed_queued");
        builder.HasKey(row => row.QueuedId);
        builder.Property(row => row.QueuedId).ValueGeneratedNever();
        builder.Property(row => row.Format).HasMaxLength(60).IsUnicode(false);
        builder.Property(row => row.RowKey).HasMaxLength(16).IsFixedLength();
        builder.HasIndex(row => new { row.Source, row.Format, row.RowKey });
        builder.HasOne<FeedRunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
