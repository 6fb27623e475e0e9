using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ContactPoint.Directory.Feeds.Runs;

/// <summary>A piece of a file under seal, kept from its receipt to the end of its run and no longer.</summary>
internal sealed class FeedChunkRow
{
    public Guid RunId { get; set; }

    public int Number { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public required byte[] ChunkSealed { get; set; }
}

internal sealed class FeedChunkRowConfiguration : IEntityTypeConfiguration<FeedChunkRow>
{
    public void Configure(EntityTypeBuilder<FeedChunkRow> builder)
    {
        builder.ToTable("feed_chunk");
        builder.HasKey(row => new { row.RunId, row.Number });
    }
}
