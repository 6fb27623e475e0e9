using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>Under seal, what became of a row that was matched, in truth: one for each of them, so that none stands out.</summary>
internal sealed class FeedVerdictRow
{
    public Guid RunId { get; set; }

    public Guid VerdictId { get; set; }

    public int Line { get; set; }

    public required byte[] VerdictSealed { get; set; }
}

internal sealed class FeedVerdictRowConfiguration : IEntityTypeConfiguration<FeedVerdictRow>
{
    public void Configure(EntityTypeBuilder<FeedVerdictRow> builder)
    {
        builder.ToTable("feed_verdict");
        builder.HasKey(row => new { row.RunId, row.VerdictId });
        builder.HasIndex(row => new { row.RunId, row.Line });
        builder.HasOne<FeedRunRow>().WithMany().HasForeignKey(row => row.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
